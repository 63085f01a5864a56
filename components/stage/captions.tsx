'use client'

import styles from './captions.module.css'
import { useConversation, useStore } from './conversation-context'

/**
 * What the persona is saying. Not a live region: it is heard already, and the transcript can be
 * read. Only this and the transcript render when words arrive.
 */
export function Captions({ isReconnecting }: { isReconnecting: boolean }) {
  const { conversation, preferences } = useConversation()
  const { captions, largeCaptions } = useStore(preferences)
  const caption = useStore(conversation.transcript.caption)
  return (
    <div className={styles.slot} data-large={largeCaptions}>
      {isReconnecting ? (
        <p className={styles.caption}>
          The picture has stopped. Waiting for the connection; your words so far are kept.
        </p>
      ) : captions && caption ? (
        <p className={styles.caption} data-caption>
          <span>{caption.spoken}</span>
          {caption.upcoming ? <span className={styles.upcoming}> {caption.upcoming}</span> : null}
        </p>
      ) : null}
    </div>
  )
}
