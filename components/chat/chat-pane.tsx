'use client'

import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { useStore } from '../stage/conversation-context'
import { LogFrame } from '../transcript/log'
import pane from '../transcript/transcript-pane.module.css'
import { ChatActions } from './chat-actions'
import { ChatComposer } from './chat-composer'
import { useChat } from './chat-context'
import { ChatKeptNotice } from './chat-kept-notice'
import { ChatTurns } from './chat-turns'

/** The chat. Beside the stage from 1000 px; below that a sheet over it, open from the start. */
export function ChatPane() {
  const { sheet, composerRef } = useChat()
  const isOpen = useStore(sheet)
  const wasOpen = useRef(isOpen)

  useEffect(() => {
    if (isOpen && !wasOpen.current) composerRef.current?.focus({ preventScroll: true })
    wasOpen.current = isOpen
    if (!isOpen) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) sheet.set(false)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [isOpen, sheet, composerRef])

  return (
    <aside className={pane.pane} aria-labelledby="chat-title" data-open={isOpen}>
      <div className={pane.head}>
        <h2 id="chat-title">Chat</h2>
        <div className={pane.end}>
          <ChatActions />
          <Button
            size="icon"
            variant="plain"
            className={pane.close}
            aria-label="Close chat"
            onClick={() => sheet.set(false)}
          >
            <X size={20} strokeWidth={1.75} aria-hidden />
          </Button>
        </div>
      </div>
      {/* Finished answers are announced once, by the announcer: not word by word. */}
      <LogFrame live="off">
        <ChatTurns />
      </LogFrame>
      <ChatKeptNotice />
      <ChatComposer />
    </aside>
  )
}
