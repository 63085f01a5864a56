'use client'

import roomStyles from '@/components/ui/rooms.module.css'
import { rooms } from '@/lib/personas/persona'
import { useEditor } from './editor-context'
import styles from './room-choice.module.css'
import sections from './sections.module.css'

/** The colour of the wall behind the persona. */
export function RoomChoice() {
  const { persona, change } = useEditor()
  return (
    <fieldset className={sections.group}>
      <legend>Wall</legend>
      <p className={sections.hint}>
        The colour behind the persona. It is seen where there is no picture, and until one has come.
      </p>
      <div className={styles.rooms}>
        {rooms.map((room) => (
          <label key={room} className={styles.room}>
            <input
              type="radio"
              name="room"
              value={room}
              checked={persona.room === room}
              onChange={() => change({ room })}
            />
            <span className={`${styles.wall} ${roomStyles[room]}`} aria-hidden />
            <span className={styles.name}>{room}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
