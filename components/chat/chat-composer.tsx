'use client'

import { ArrowUp, Square } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { isAnswering, longestMessage } from '@/lib/chat/chat-state'
import { lengthNote } from '@/lib/chat/chat-words'
import styles from './chat-composer.module.css'
import { useChat, useChatState } from './chat-context'
import { linesOf, sendsMessage } from './message-keys'

/** Where one writes. It keeps what is typed while an answer is written, and when it cannot be sent. */
export function ChatComposer() {
  const { chat, composerRef, persona, isReady, notice } = useChat()
  const isBusy = useChatState(isAnswering)
  const [text, setText] = useState('')
  const canWrite = isReady && !notice
  const note = lengthNote(text.trim().length, longestMessage)
  const isTooLong = text.trim().length > longestMessage

  function send(event?: FormEvent) {
    event?.preventDefault()
    if (canWrite && chat.send(text)) setText('')
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (!sendsMessage(event)) return
    event.preventDefault()
    send()
  }

  function stop() {
    chat.stop()
    // The button that was pressed goes.
    composerRef.current?.focus({ preventScroll: true })
  }

  return (
    <form className={styles.composer} onSubmit={send}>
      <label className="sr-only" htmlFor="message">
        Message
      </label>
      <textarea
        ref={composerRef}
        id="message"
        value={text}
        rows={linesOf(text, 6)}
        dir="auto"
        disabled={!canWrite}
        placeholder={`Write to ${persona.name}`}
        autoComplete="off"
        enterKeyHint="send"
        aria-invalid={isTooLong || undefined}
        aria-describedby={note ? 'message-length' : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {isBusy ? (
        <Button
          key="stop"
          variant="quiet"
          size="icon"
          className={styles.send}
          aria-label="Stop"
          title="Stop"
          onClick={stop}
        >
          <Square size={16} strokeWidth={1.75} fill="currentColor" aria-hidden />
        </Button>
      ) : (
        <Button
          key="send"
          type="submit"
          variant="primary"
          size="icon"
          className={styles.send}
          disabled={!canWrite}
          aria-disabled={isTooLong || undefined}
          aria-label="Send"
        >
          <ArrowUp size={20} strokeWidth={1.75} aria-hidden />
        </Button>
      )}
      {note ? (
        <p id="message-length" className={styles.note} data-over={isTooLong}>
          {note}
        </p>
      ) : null}
      <span className="sr-only" aria-live="polite">
        {isTooLong ? 'Too long.' : note ? 'Nearly full.' : ''}
      </span>
    </form>
  )
}
