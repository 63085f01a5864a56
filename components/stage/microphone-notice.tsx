'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { microphoneWords } from '@/lib/conversation/microphone-copy'
import type { MicrophoneTrouble } from '@/lib/conversation/state'
import { useConversation } from './conversation-context'
import styles from './live-dock.module.css'

/** Why the persona cannot hear the visitor. Nothing waits for it: the talk goes on by typing. */
export function MicrophoneNotice({ trouble }: { trouble: MicrophoneTrouble }) {
  const { persona, composerRef, sheet } = useConversation()
  const [isOpen, setIsOpen] = useState(true)
  if (!isOpen) return null
  const { title, body } = microphoneWords(trouble, persona.name)

  function type() {
    setIsOpen(false)
    // On a wide page the transcript is there already.
    if (!matchMedia('(min-width: 1000px)').matches) sheet.set(true)
    requestAnimationFrame(() => composerRef.current?.focus())
  }

  return (
    <Panel
      title={title}
      className={styles.notice}
      actions={
        <>
          <Button variant="primary" surface="stage" onClick={type}>
            Type instead
          </Button>
          <Button variant="quiet" surface="stage" onClick={() => setIsOpen(false)}>
            Just listen
          </Button>
        </>
      }
    >
      <p role="alert">{body}</p>
    </Panel>
  )
}
