'use client'

import styles from './push-to-talk-hint.module.css'

/** How one is heard in push to talk. A finger has no space bar. */
export function PushToTalkHint({ muted }: { muted: boolean }) {
  return (
    <p className={styles.hint}>
      {muted ? (
        <>
          <span className={styles.keys}>Hold space to talk</span>
          <span className={styles.touch}>Hold the microphone to talk</span>
        </>
      ) : (
        'You can be heard'
      )}
    </p>
  )
}
