'use client'

import { useConversation, useStore } from './conversation-context'
import { ToolCard } from './tool-card'
import styles from './tool-shelf.module.css'
import { ToolTimer } from './tool-timer'

/**
 * What the persona's tools have put there to be looked at: timers and a card, under the status and
 * beside the face. It comes by itself, so it takes neither the focus nor the place of anything.
 */
export function ToolShelf() {
  const { conversation } = useConversation()
  const { timers, card } = useStore(conversation.display.state)
  if (timers.length === 0 && !card) return null
  return (
    <div className={styles.shelf}>
      {timers.length > 0 ? (
        <ul className={styles.timers} aria-label="Timers">
          {timers.map((timer) => (
            <ToolTimer key={timer.id} timer={timer} />
          ))}
        </ul>
      ) : null}
      {card ? <ToolCard key={card.id} card={card} /> : null}
    </div>
  )
}
