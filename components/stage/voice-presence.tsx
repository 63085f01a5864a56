'use client'

import { isTalking, speaker } from '@/lib/conversation/state'
import { useConversationState } from './conversation-context'
import styles from './voice-presence.module.css'

const bars = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

/** A talk without a picture that moves: whose turn it is, in a line that does. */
export function VoicePresence() {
  const state = useConversationState()
  const who = isTalking(state) ? speaker(state) : 'nobody'
  return (
    <div className={styles.presence} data-who={who} aria-hidden>
      {bars.map((bar) => (
        <span key={bar} />
      ))}
    </div>
  )
}
