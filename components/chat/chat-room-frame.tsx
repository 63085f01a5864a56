'use client'

import { type ReactNode, useEffect } from 'react'
import { useStore } from '../stage/conversation-context'
import room from '../stage/talk-room.module.css'
import { ChatAnnouncer } from './chat-announcer'
import { useChat } from './chat-context'
import { ChatPane } from './chat-pane'
import { ChatStage } from './chat-stage'

/** The stage and, beside it or over it, the chat. */
export function ChatRoomFrame({
  badge,
  chooser,
}: {
  badge: string | undefined
  chooser: ReactNode
}) {
  const { sheet, isReady, notice, composerRef } = useChat()
  const isSheetOpen = useStore(sheet)

  useEffect(() => {
    if (isReady && !notice) composerRef.current?.focus({ preventScroll: true })
  }, [isReady, notice, composerRef])

  return (
    <main id="main" className={room.room} data-sheet={isSheetOpen}>
      <ChatStage badge={badge} chooser={chooser} />
      <ChatPane />
      <ChatAnnouncer />
    </main>
  )
}
