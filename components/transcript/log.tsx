'use client'

import { ArrowDown } from 'lucide-react'
import { useConversation, useStore } from '../stage/conversation-context'
import { Beginning } from './beginning'
import styles from './log.module.css'
import { TurnView } from './turn-view'
import { useFollow } from './use-follow'

/**
 * Every turn in order. It follows the newest one unless the reader has scrolled up. While people
 * talk it is not announced: the persona's voice would be spoken twice.
 */
export function Log({ isTalking }: { isTalking: boolean }) {
  const { conversation, persona } = useConversation()
  const turns = useStore(conversation.transcript.turns)
  const { ref, isAtEnd, toEnd, onScroll } = useFollow(conversation.transcript.turns)
  return (
    <div className={styles.frame}>
      <div
        ref={ref}
        className={styles.log}
        role="log"
        aria-label="Transcript"
        aria-live={isTalking ? 'off' : 'polite'}
        tabIndex={0}
        onScroll={onScroll}
      >
        {turns.map((turn) => (
          <TurnView key={turn.id} turn={turn} name={persona.name} />
        ))}
        {turns.length === 0 ? <Beginning /> : null}
      </div>
      {isAtEnd ? null : (
        <button type="button" className={styles.latest} onClick={toEnd}>
          <ArrowDown size={16} strokeWidth={1.75} aria-hidden />
          Latest
        </button>
      )}
    </div>
  )
}
