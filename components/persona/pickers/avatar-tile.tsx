import Image from 'next/image'
import { useState } from 'react'
import rooms from '@/components/ui/rooms.module.css'
import type { PersonaContent } from '@/lib/personas/persona'
import styles from './avatar-picker.module.css'

interface AvatarTileProps {
  /** The radio group's. */
  group: string
  isChosen: boolean
  onChoose: () => void
  name: string
  /** A second, quieter line. */
  detail?: string | undefined
  pictureUrl: string | null
  /** The colour of the wall, for as long as there is no picture. */
  room: PersonaContent['room']
}

/** One avatar to choose: a native radio under its picture, so that the keyboard works as in any form. */
export function AvatarTile({
  group,
  isChosen,
  onChoose,
  name,
  detail,
  pictureUrl,
  room,
}: AvatarTileProps) {
  const [lost, setLost] = useState<string | null>(null)
  return (
    <label className={styles.tile}>
      <input
        className={styles.radio}
        type="radio"
        name={group}
        checked={isChosen}
        onChange={onChoose}
      />
      <span className={`${styles.wall} ${rooms[room]}`} aria-hidden="true">
        <span className={styles.lamp} />
        {pictureUrl && pictureUrl !== lost ? (
          <Image
            className={styles.picture}
            src={pictureUrl}
            alt=""
            fill
            sizes="(min-width: 640px) 128px, 33vw"
            onError={() => setLost(pictureUrl)}
          />
        ) : null}
      </span>
      <span className={styles.name}>{name}</span>
      {detail ? <span className={styles.detail}>{detail}</span> : null}
    </label>
  )
}
