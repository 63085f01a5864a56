'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { keptWords } from '@/lib/conversation/status-copy'
import { useConversation, useStore } from './conversation-context'
import styles from './dock.module.css'

/** Whether the transcript is on the server, and the way to send it once more. */
export function TranscriptFact({ isEmpty }: { isEmpty: boolean }) {
  const { conversation } = useConversation()
  const kept = useStore(conversation.kept)
  const fact = useRef<HTMLElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  async function save() {
    // The button goes with what it was for; what it was for takes the focus.
    if (document.activeElement === button.current) fact.current?.focus({ preventScroll: true })
    await conversation.saveAgain()
  }

  return (
    <div>
      <dt>Transcript</dt>
      <dd ref={fact} tabIndex={-1} className={styles.transcript}>
        <span role="status">{keptWords(kept, { isEmpty })}</span>
        {kept === 'failed' ? (
          <Button ref={button} variant="outline" surface="stage" onClick={save}>
            Save again
          </Button>
        ) : null}
      </dd>
    </div>
  )
}
