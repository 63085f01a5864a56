'use client'

import { useRef } from 'react'
import { twoLines } from '@/lib/conversation/caption-sentence'
import styles from './captions.module.css'
import { useColumns } from './captions-columns'
import { useConversation, useStore } from './conversation-context'

/**
 * What the persona is saying, word by word. Not a live region: it is heard already, and the
 * transcript can be read. Only this and the transcript render when words arrive.
 */
export function Captions({ isReconnecting }: { isReconnecting: boolean }) {
  const { conversation, preferences, language } = useConversation()
  const { captions, largeCaptions } = useStore(preferences)
  const caption = useStore(conversation.transcript.caption)
  const ruler = useRef<HTMLSpanElement>(null)
  const columns = useColumns(ruler)
  const lines = caption && twoLines(caption, columns)
  return (
    <div className={styles.slot} data-captions data-large={largeCaptions}>
      <span ref={ruler} className={styles.ruler} aria-hidden />
      {captions && lines && !isReconnecting ? (
        <p className={styles.caption} dir="auto" lang={language} data-caption>
          {lines.spoken}
          {lines.upcoming ? <span className={styles.upcoming}>{lines.upcoming}</span> : null}
        </p>
      ) : null}
    </div>
  )
}
