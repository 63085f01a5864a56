import Image from 'next/image'
import rooms from './rooms.module.css'
import styles from './scene.module.css'

export interface SceneProps {
  /** The colour of the wall and its lamp. */
  room: 'moss' | 'ink' | 'clay' | 'sea' | 'sand' | 'plum'
  /** Same-origin picture of the persona; without one the wall and the lamp stay. */
  pictureUrl?: string | null
  /** What the picture shows; empty where the name stands beside it. */
  alt?: string
  /** The lamp breathes: somebody is about to come in. */
  waiting?: boolean
  className?: string
}

/** A persona's room: the wall, the lamp, and whoever is there. Fills its container. */
export function Scene({ room, pictureUrl, alt = '', waiting = false, className }: SceneProps) {
  const names = [styles.scene, rooms[room], waiting && styles.waiting, className]
  return (
    <div className={names.filter(Boolean).join(' ')}>
      <div className={styles.lamp} />
      {pictureUrl ? (
        // Not resized: card, poster and this are one file, so the browser fetches it once.
        <Image
          className={styles.picture}
          src={pictureUrl}
          alt={alt}
          fill
          unoptimized
          loading="eager"
          fetchPriority="high"
        />
      ) : null}
    </div>
  )
}
