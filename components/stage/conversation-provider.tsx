'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { preconnect } from 'react-dom'
import { createConversation } from '@/lib/conversation/controller'
import { createPreferences } from '@/lib/conversation/preferences'
import { ring } from '@/lib/conversation/ring'
import { createStore } from '@/lib/conversation/store'
import type { Invitation } from '@/lib/conversation/transport'
import type { PersonaCard } from '@/lib/personas/persona'
import { transports } from '@/lib/vendors/transports'
import { ConversationContext } from './conversation-context'
import { invitedTo, justTalk, type SceneChoice } from './scene-choice'

export interface ConversationProviderProps {
  /** Whom one can choose here. */
  personas: PersonaCard[]
  /** Who is there when the page opens; one of them. */
  first: PersonaCard
  /** The id of the persona that is talked to as it is being written. */
  draftId: string | undefined
  /** Connected to as soon as somebody means to talk. */
  vendorOrigins: string[]
  children: ReactNode
}

/** One conversation for as long as the page is open, and the persona that it is with. */
export function ConversationProvider({
  personas,
  first,
  draftId,
  vendorOrigins,
  children,
}: ConversationProviderProps) {
  const router = useRouter()
  const [preferences] = useState(() => createPreferences())
  const [conversation] = useState(() =>
    createConversation({
      transport: { ...transports.face, preload },
      keepsTranscript: () => preferences.get().keepTranscript,
      startsMuted: () => preferences.get().pushToTalk,
      ring: () => void ring(preferences.get()),
    }),
  )
  const [sheet] = useState(() => createStore(false))
  const [personaId, setPersonaId] = useState(first.id)
  // Of this page only: what was typed for one visit is not for the next.
  const [scene, setScene] = useState<SceneChoice>(justTalk)
  function preload() {
    transports.face.preload()
    for (const origin of vendorOrigins) preconnect(origin, { crossOrigin: 'anonymous' })
  }

  const videoRef = useRef<HTMLVideoElement>(null)
  const composerRef = useRef<HTMLInputElement>(null)
  const persona = personas.find(({ id }) => id === personaId) ?? first

  useEffect(() => conversation.attach(), [conversation])
  useEffect(() => {
    preferences.load()
    addEventListener('storage', preferences.load)
    return () => removeEventListener('storage', preferences.load)
  }, [preferences])

  function choose(id: string) {
    conversation.dismiss()
    setPersonaId(id)
    router.replace(`/talk?persona=${id}`, { scroll: false })
  }

  /** As it is being written, or as it is saved. */
  const invitation: Invitation = {
    personaId: persona.id,
    ...(persona.id === draftId && { draft: true }),
    ...invitedTo(scene),
  }

  function start(how: { opening?: string; takeOver?: boolean } = {}) {
    const video = videoRef.current
    if (!video) return
    const microphoneId = () => preferences.get().microphoneId
    conversation.start({ invitation, video, microphoneId, ...how })
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
        isDraft: invitation.draft === true,
        choose,
        scene,
        setScene,
        start,
        sheet,
      }}
    >
      {children}
    </ConversationContext>
  )
}
