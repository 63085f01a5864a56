'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { MicrophoneTrouble } from '@/lib/conversation/state'
import { useConversation } from './conversation-context'
import { focusDock } from './focus-dock'
import styles from './live-dock.module.css'
import { useMicrophoneAllowed, useMicrophoneRetry } from './microphone-notice-retry'
import { useMicrophoneWords } from './microphone-notice-words'

/**
 * Why the persona cannot hear the visitor, and what to do in this browser. Nothing waits for it: the
 * talk goes on by typing. It is gone as soon as the microphone works.
 */
export function MicrophoneNotice({ trouble }: { trouble: MicrophoneTrouble }) {
  const { conversation, composerRef, sheet, takesText } = useConversation()
  const [isOpen, setIsOpen] = useState(true)
  const { isOffered, isAsking, hasFailed, ask } = useMicrophoneRetry(trouble)
  const { title, happened, remedy } = useMicrophoneWords(trouble)
  // No press is needed then.
  useMicrophoneAllowed(conversation.askMicrophone)
  // It goes by itself when the microphone works, perhaps with the focus.
  useEffect(() => focusDock, [])
  if (!isOpen) return null

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
          {isOffered ? (
            <Button
              variant="primary"
              surface="stage"
              aria-disabled={isAsking}
              onClick={isAsking ? undefined : ask}
            >
              {isAsking ? 'Asking…' : 'Try again'}
            </Button>
          ) : null}
          {takesText ? (
            <Button variant={isOffered ? 'quiet' : 'primary'} surface="stage" onClick={type}>
              Type instead
            </Button>
          ) : null}
          <Button
            variant="quiet"
            surface="stage"
            onClick={() => {
              setIsOpen(false)
              focusDock()
            }}
          >
            Just listen
          </Button>
        </>
      }
    >
      <p role="alert">
        {hasFailed ? 'Still the same. ' : ''}
        {happened} {remedy}
      </p>
    </Panel>
  )
}
