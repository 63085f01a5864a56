'use client'

import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { isSendable } from '@/lib/chat/chat-controller'
import { longestMessage, type OwnTurn } from '@/lib/chat/chat-state'
import { lengthNote } from '@/lib/chat/chat-words'
import { useChat, useChatState } from './chat-context'
import styles from './edit-message.module.css'
import { linesOf, sendsMessage } from './message-keys'

/** An own message, open for other words. What came after it is replaced, and says so before. */
export function EditMessage({ turn, onCancel }: { turn: OwnTurn; onCancel: () => void }) {
  const { chat, composerRef } = useChat()
  const [text, setText] = useState(turn.text)
  const field = useRef<HTMLTextAreaElement>(null)
  const isLast = useChatState(({ turns }) => turns.at(-1)?.id === turn.id)
  const note = lengthNote(text.trim().length, longestMessage)

  useEffect(() => {
    const area = field.current
    area?.focus()
    area?.setSelectionRange(area.value.length, area.value.length)
  }, [])

  function send(event?: FormEvent) {
    event?.preventDefault()
    if (chat.edit(turn.id, text)) composerRef.current?.focus({ preventScroll: true })
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Escape') {
      event.preventDefault()
      onCancel()
    } else if (sendsMessage(event)) {
      event.preventDefault()
      send()
    }
  }

  return (
    <form className={styles.edit} aria-label="Edit your message" onSubmit={send}>
      <textarea
        ref={field}
        aria-label="Your message"
        aria-describedby={`${turn.id}-consequence`}
        value={text}
        rows={linesOf(text, 8)}
        dir="auto"
        enterKeyHint="send"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p id={`${turn.id}-consequence`} className={styles.note}>
        {note ?? (isLast ? 'It is sent once more.' : 'What came after it is replaced.')}
      </p>
      <div className={styles.actions}>
        <Button type="submit" variant="primary" aria-disabled={!isSendable(text) || undefined}>
          Send again
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
