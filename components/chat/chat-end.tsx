'use client'

import { RotateCcw, Undo2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { isAnswering } from '@/lib/chat/chat-state'
import { useChat, useChatState } from './chat-context'
import styles from './chat-end.module.css'
import { ChatFailure } from './chat-failure'

/** What comes after the last turn: why there is no answer, and the ways on from there. */
export function ChatEnd() {
  const { chat, persona } = useChat()
  const phase = useChatState((state) => state.phase)
  const generation = useChatState((state) => state.generation)
  const failure = useChatState((state) => (state.phase === 'failed' ? state.failure : undefined))
  const isUnanswered = useChatState(({ turns }) => turns.at(-1)?.role === 'user')
  const hasReplaced = useChatState(({ replaced }) => replaced !== undefined)
  if (isAnswering({ phase })) return null
  return (
    <>
      {failure ? <ChatFailure key={generation} failure={failure} /> : null}
      {isUnanswered && !failure ? (
        <div className={styles.line}>
          <p>
            {phase === 'stopped'
              ? 'You stopped it before the first word.'
              : `${persona.name} has not answered: the page was closed or loaded again.`}
          </p>
          <Button variant="outline" onClick={chat.retry}>
            <RotateCcw size={16} strokeWidth={1.75} aria-hidden />
            Retry
          </Button>
        </div>
      ) : null}
      {hasReplaced ? (
        <div className={styles.line}>
          <p>What stood here before was replaced.</p>
          <Button variant="plain" onClick={chat.bringBack}>
            <Undo2 size={16} strokeWidth={1.75} aria-hidden />
            Bring it back
          </Button>
        </div>
      ) : null}
    </>
  )
}
