'use client'

import { memo } from 'react'
import { type ChatTurn, isAnswering } from '@/lib/chat/chat-state'
import { ChatAnswer } from './chat-answer'
import { ChatBeginning } from './chat-beginning'
import { useChat, useChatState } from './chat-context'
import { ChatEnd } from './chat-end'
import { ChatNotice } from './chat-notice'
import styles from './chat-turn.module.css'
import { OwnMessage } from './own-message'

/** Everything that was said, in order. Of it, one answer renders when words arrive. */
export function ChatTurns() {
  const { notice, isReady } = useChat()
  const turns = useChatState((state) => state.turns)
  const carriedFrom = useChatState((state) => state.carriedFrom)
  const generation = useChatState((state) => state.generation)
  const isBusy = useChatState(isAnswering)
  const failed = useChatState(({ phase }) => phase === 'failed')
  if (!isReady) return null
  if (turns.length === 0) return notice ? <ChatNotice notice={notice} /> : <ChatBeginning />
  const last = turns.at(-1)
  return (
    <>
      {turns.map((turn) => (
        <Turn
          key={turn.id}
          turn={turn}
          isFirstCarried={turn.id === carriedFrom}
          canRetry={turn === last && !isBusy && !failed && !notice}
        />
      ))}
      {/* It has the key of the turn that it becomes, and stays the same element. */}
      {isBusy ? (
        <Turn key={`answer-${generation}`} isFirstCarried={false} canRetry={false} />
      ) : null}
      {notice ? <ChatNotice notice={notice} /> : <ChatEnd />}
    </>
  )
}

interface TurnProps {
  /** undefined: the answer that is being written. */
  turn?: ChatTurn
  isFirstCarried: boolean
  canRetry: boolean
}

/** By hand, because a list is one expression to the compiler. */
const Turn = memo(function Turn({ turn, isFirstCarried, canRetry }: TurnProps) {
  const { persona } = useChat()
  return (
    <>
      {isFirstCarried ? (
        <p className={styles.forgotten}>
          {persona.name} no longer has what stands above: the chat has become too long to carry.
        </p>
      ) : null}
      {turn?.role === 'user' ? (
        <OwnMessage turn={turn} />
      ) : (
        <ChatAnswer turn={turn} canRetry={canRetry} />
      )}
    </>
  )
})
