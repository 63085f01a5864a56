'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import type { ChatSource } from '@/lib/chat/chat-source'
import { roomAddress } from '@/lib/conversation/mediums'
import type { PersonaCard } from '@/lib/personas/persona'
import { ChatProvider } from './chat-provider'
import { ChatRoomFrame } from './chat-room-frame'

export interface ChatRoomProps {
  /** Whom one can chat with here. */
  personas: PersonaCard[]
  /** Who is there when the page opens; one of them. */
  first: PersonaCard
  /** The id of the persona that is chatted with as it is being written. */
  draftId: string | undefined
  isGuest: boolean
  /** Who answers: a client reference, from the registry of vendors. */
  source: ChatSource
  vendorName: string
  /** The vendor in addresses, where the visitor has chosen one of several. */
  vendor?: string | undefined
  badge: string | undefined
  /** Whose chats this browser keeps: no other visitor of it sees them. */
  userKey: string
  /** How much of a chat a request carries, in tokens. */
  maxHistoryTokens: number
  /** The way to another medium. */
  chooser: ReactNode
}

/** A chat with a persona: the same frame as a talk, with the portrait still and the chat beside it. */
export function ChatRoom({ personas, first, vendor, badge, chooser, ...room }: ChatRoomProps) {
  const router = useRouter()
  const [personaId, setPersonaId] = useState(first.id)
  const persona = personas.find(({ id }) => id === personaId) ?? first

  function choose(id: string) {
    setPersonaId(id)
    router.replace(roomAddress({ medium: 'chat', personaId: id, vendor }), { scroll: false })
  }

  return (
    // With another persona or vendor it is another chat: what was written for one is not for the
    // other. What ran is stopped, and kept as it is.
    <ChatProvider
      key={`${persona.id} ${room.vendorName}`}
      {...room}
      personas={personas}
      persona={persona}
      choose={choose}
    >
      <ChatRoomFrame badge={badge} chooser={chooser} />
    </ChatProvider>
  )
}
