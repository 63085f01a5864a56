'use client'

import { ArrowUp } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { isTalking } from '@/lib/conversation/state'
import { useConversation, useConversationState } from '../stage/conversation-context'
import styles from './composer.module.css'

/** The engine takes no more than this in one message. */
const maxLength = 2000

/** Typing instead of speaking. It waits until words can be sent: earlier ones would be lost. */
export function Composer() {
  const { conversation, composerRef, persona } = useConversation()
  const isReady = isTalking(useConversationState())
  const [text, setText] = useState('')

  function send(event: FormEvent) {
    event.preventDefault()
    if (conversation.say(text)) setText('')
  }

  return (
    <form className={styles.composer} onSubmit={send}>
      <label className="sr-only" htmlFor="message">
        Message
      </label>
      <input
        ref={composerRef}
        id="message"
        value={text}
        maxLength={maxLength}
        disabled={!isReady}
        placeholder={isReady ? 'Type instead' : `Write to ${persona.name} while you talk`}
        autoComplete="off"
        enterKeyHint="send"
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        type="submit"
        variant="primary"
        size="icon"
        className={styles.send}
        disabled={!isReady}
        aria-label="Send"
      >
        <ArrowUp size={20} strokeWidth={1.75} aria-hidden />
      </Button>
    </form>
  )
}
