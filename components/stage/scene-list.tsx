'use client'

import { contexts } from '@/lib/contexts/contexts'
import styles from './scene-list.module.css'

export interface SceneListProps {
  chosen: string
  onChoose: (id: string) => void
}

/** Everything a talk can be about; exactly one is chosen. */
export function SceneList({ chosen, onChoose }: SceneListProps) {
  return (
    <fieldset className={styles.list}>
      <legend className="sr-only">What the talk is about</legend>
      {contexts.map(({ id, name, about }) => (
        <label key={id} className={styles.row}>
          <input
            type="radio"
            name="context"
            className={styles.radio}
            value={id}
            checked={id === chosen}
            onChange={() => onChoose(id)}
          />
          <span>
            <span className={styles.name}>{name}</span>
            <span className={styles.about}>{about}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
