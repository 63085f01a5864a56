'use client'

import { limits } from '@/lib/conversation/limits'
import type { ReconnectingState } from '@/lib/conversation/state'
import { reconnectingWords } from '@/lib/conversation/status-copy'
import { clock } from '@/lib/plain-numbers'
import styles from './reconnecting-notice.module.css'
import { useSecondsUntil } from './use-seconds'

/**
 * What is the matter with the connection, in the place of the captions; it moves nothing. The status
 * line announces it.
 */
export function ReconnectingNotice({ state }: { state: ReconnectingState }) {
  const seconds = useSecondsUntil(state.since + limits.reconnect)
  return (
    <div className={styles.notice}>
      <div className={styles.words}>
        <p>{reconnectingWords[state.how]}</p>
        {state.how === 'lost' && seconds > 0 ? (
          <p className={styles.time}>Tries for another {clock(seconds)}</p>
        ) : null}
      </div>
    </div>
  )
}
