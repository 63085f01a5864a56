'use client'

import { Download, SquarePen } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { chatFileName, chatText } from '@/lib/chat/chat-words'
import { saveAs } from '@/lib/save-as'
import { useChat, useChatState } from './chat-context'

/** What can be done with the whole chat. */
export function ChatActions() {
  const { chat, persona, composerRef } = useChat()
  const isEmpty = useChatState(({ turns }) => turns.length === 0)
  if (isEmpty) return null
  const turns = () => chat.state.get().turns
  const text = () => chatText(turns(), persona.name)

  function begin() {
    chat.newChat()
    // The button that was pressed goes.
    composerRef.current?.focus({ preventScroll: true })
  }

  return (
    <>
      <Button size="icon" variant="plain" aria-label="New chat" title="New chat" onClick={begin}>
        <SquarePen size={20} strokeWidth={1.75} aria-hidden />
      </Button>
      <CopyButton label="Copy chat" text={text} />
      <Button
        size="icon"
        variant="plain"
        aria-label="Download chat"
        onClick={() => saveAs(chatFileName(turns(), persona.name), text())}
      >
        <Download size={20} strokeWidth={1.75} aria-hidden />
      </Button>
    </>
  )
}
