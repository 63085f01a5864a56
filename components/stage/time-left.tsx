'use client'

import { timeWords } from '@/lib/conversation/status-copy'
import { clock } from '@/lib/plain-numbers'
import styles from './hud.module.css'
import { useSecondsUntil } from './use-seconds'

/** From here on the time has the colour of a warning, and then words as well. Seconds. */
const short = 60
const shortest = 30

/** Counts down to the server's limit. Near the end it says what will happen, and announces it once. */
export function TimeLeft({ endsAt, name }: { endsAt: number; name: string }) {
  const seconds = useSecondsUntil(endsAt)
  const words = seconds <= shortest ? timeWords(name) : undefined
  return (
    <div className={styles.time}>
      <p className={styles.timer} role="timer" aria-label="Time left" data-short={seconds <= short}>
        {clock(seconds)}
      </p>
      {words ? (
        <p className={styles.warning} aria-hidden>
          {words.seen}
        </p>
      ) : null}
      <span className="sr-only" aria-live="polite">
        {words?.announced}
      </span>
    </div>
  )
}
