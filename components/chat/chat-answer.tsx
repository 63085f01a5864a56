'use client'

import { RotateCcw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import type { AnswerTurn } from '@/lib/chat/chat-state'
import { answerMarks, chatStatus } from '@/lib/chat/chat-words'
import turnStyles from '../transcript/turn-view.module.css'
import { useChat, useChatState } from './chat-context'
import { ChatTime } from './chat-time'
import styles from './chat-turn.module.css'
import { LazyMarkdown } from './lazy-markdown'

interface ChatAnswerProps {
  /** undefined: it is being written. */
  turn: AnswerTurn | undefined
  /** It is the last one, and nothing stands in the way of another. */
  canRetry: boolean
}

/** What the persona answers, as it comes and when it is there. */
export function ChatAnswer({ turn, canRetry }: ChatAnswerProps) {
  const { chat, persona } = useChat()
  const answer = useChatState((state) =>
    !turn && state.phase === 'streaming' ? state.answer : undefined,
  )
  const { text, reasoning, at } = turn ?? answer ?? { text: '', reasoning: '', at: undefined }
  const mark = turn && answerMarks[turn.end]
  return (
    <article className={`${turnStyles.turn} ${styles.turn}`} aria-busy={turn ? undefined : true}>
      <h3>
        {persona.name} {at === undefined ? null : <ChatTime at={at} />}
      </h3>
      {reasoning ? (
        <details className={styles.reasoning}>
          <summary>How it got there</summary>
          <p dir="auto">{reasoning}</p>
        </details>
      ) : null}
      {text ? <LazyMarkdown text={text} isWritten={turn !== undefined} /> : null}
      {turn || text ? null : (
        <p className={styles.waiting}>{chatStatus('sending', persona.name)} …</p>
      )}
      {mark ? <p className={turnStyles.mark}>{mark}</p> : null}
      {/* Its place is there while the answer is written: nothing moves at its end. */}
      <div className={styles.actions}>
        {turn?.text ? <CopyButton label="Copy" text={turn.text} /> : null}
        {turn && canRetry ? (
          <Button size="icon" variant="plain" aria-label="Retry" title="Retry" onClick={chat.retry}>
            <RotateCcw size={20} strokeWidth={1.75} aria-hidden />
          </Button>
        ) : null}
      </div>
    </article>
  )
}
