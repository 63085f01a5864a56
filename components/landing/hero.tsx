import type { ReactNode } from 'react'
import rooms from '@/components/ui/rooms.module.css'
import { Scene, type SceneProps } from '@/components/ui/scene'
import styles from './hero.module.css'

export interface HeroProps {
  /** Who looks at the visitor; undefined leaves the room empty. */
  persona: { name: string; room: SceneProps['room']; pictureUrl: string | null } | undefined
  /** How the persona greets, shown as a caption under the picture. */
  greeting?: string | null | undefined
  /** The ways in, on `surface="stage"`. */
  actions: ReactNode
  /** What the first of them grants. */
  note: ReactNode
}

/** The room that is seen first: what this is, and the way in. */
export function Hero({ persona, greeting, actions, note }: HeroProps) {
  const room = persona?.room ?? 'moss'
  return (
    <section
      className={`${styles.hero} ${rooms[room]}`}
      data-surface="stage"
      aria-labelledby="headline"
    >
      <div className={styles.window}>
        <Scene
          room={room}
          pictureUrl={persona?.pictureUrl}
          alt={persona ? `${persona.name}, one of the personas` : ''}
        />
      </div>
      <div className={styles.copy}>
        <h1 id="headline" className={styles.headline}>
          Talk to an AI, face to face.
        </h1>
        <p className={styles.lead}>
          Pick a persona, press one button and talk. It hears you, never sees you, and stops the
          moment you say so.
        </p>
        <div className={styles.actions}>{actions}</div>
        <p className={styles.note}>{note}</p>
      </div>
      {persona?.pictureUrl && greeting ? (
        <p className={styles.say} aria-hidden>
          {greeting}
        </p>
      ) : null}
    </section>
  )
}
