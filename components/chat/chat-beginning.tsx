'use client'

import { CornerDownRight, MessageSquareText } from 'lucide-react'
import { Button } from '@/components/ui/button'
import styles from '../transcript/beginning.module.css'
import { useChat } from './chat-context'

/** Before anything is written: what will stand here, and three ways to begin. */
export function ChatBeginning() {
  const { chat, persona, composerRef } = useChat()

  function begin(line: string) {
    chat.send(line)
    // The button that was pressed goes.
    composerRef.current?.focus({ preventScroll: true })
  }

  return (
    <>
      <div className={styles.empty}>
        <MessageSquareText size={24} strokeWidth={1.75} aria-hidden />
        <h3>Nothing written yet</h3>
        <p>Write to {persona.name} below, or begin with one of these.</p>
      </div>
      {persona.openingLines.length > 0 ? (
        <div className={styles.starters}>
          <h3>Ways to begin</h3>
          {persona.openingLines.map((line) => (
            <Button key={line} variant="plain" onClick={() => begin(line)}>
              <CornerDownRight size={16} strokeWidth={1.75} aria-hidden />
              {line}
            </Button>
          ))}
        </div>
      ) : null}
    </>
  )
}
