'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { createConversation } from '@/lib/conversation/controller'
import { createStore } from '@/lib/conversation/store'
import type { PersonaCard } from '@/lib/personas/persona'
import { transports } from '@/lib/vendors/transports'
import { ConversationContext, type Preferences } from './conversation-context'

export interface ConversationProviderProps {
  /** At least one. */
  personas: [PersonaCard, ...PersonaCard[]]
  initialPersonaId: string | undefined
  children: ReactNode
}

const defaults: Preferences = { captions: true, largeCaptions: false }

/** One conversation for as long as the page is open, and the persona that it is with. */
export function ConversationProvider({
  personas,
  initialPersonaId,
  children,
}: ConversationProviderProps) {
  const router = useRouter()
  const [conversation] = useState(() => createConversation({ transport: transports.face }))
  const [preferences] = useState(() => createStore(defaults))
  const [sheet] = useState(() => createStore(false))
  const [personaId, setPersonaId] = useState(initialPersonaId)
  const videoRef = useRef<HTMLVideoElement>(null)
  const composerRef = useRef<HTMLInputElement>(null)
  const persona = personas.find(({ id }) => id === personaId) ?? personas[0]

  useEffect(() => conversation.attach(), [conversation])

  function choose(id: string) {
    conversation.dismiss()
    setPersonaId(id)
    router.replace(`/talk?persona=${id}`, { scroll: false })
  }

  function start(opening?: string) {
    const video = videoRef.current
    if (video) conversation.start({ personaId: persona.id, video, ...(opening && { opening }) })
  }

  return (
    <ConversationContext
      value={{
        conversation,
        preferences,
        videoRef,
        composerRef,
        personas,
        persona,
        choose,
        start,
        sheet,
      }}
    >
      {children}
    </ConversationContext>
  )
}
