'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { preconnect } from 'react-dom'
import { createConversation } from '@/lib/conversation/controller'
import { roomAddress } from '@/lib/conversation/mediums'
import { createPreferences } from '@/lib/conversation/preferences'
import { ring } from '@/lib/conversation/ring'
import { createStore } from '@/lib/conversation/store'
import type { Invitation, Transport } from '@/lib/conversation/transport'
import type { PersonaCard } from '@/lib/personas/persona'
import { ConversationContext } from './conversation-context'
import { invitedTo, justTalk, type SceneChoice } from './scene-choice'

export interface ConversationProviderProps {
  /** Whom one can choose here. */
  personas: PersonaCard[]
  /** Who is there when the page opens; one of them. */
  first: PersonaCard
  /** The id of the persona that is talked to as it is being written. */
  draftId: string | undefined
  isGuest: boolean
  /** How one talks here. */
  medium: 'face' | 'voice'
  /** What carries it: a client reference, from the registry of vendors. */
  transport: Transport
  /** The way to another medium. */
  chooser: ReactNode
  /** Connected to as soon as somebody means to talk. */
  vendorOrigins: string[]
  children: ReactNode
}

/** One conversation for as long as the page is open, and the persona that it is with. */
export function ConversationProvider({
  personas,
  first,
  draftId,
  isGuest,
  medium,
  transport,
  chooser,
  vendorOrigins,
  children,
}: ConversationProviderProps) {
  const router = useRouter()
  // Another medium is another transport in the same room; what runs keeps its own.
  const latest = useRef(transport)
  useEffect(() => {
    latest.current = transport
  }, [transport])
  const [preferences] = useState(() => createPreferences())
  const [conversation] = useState(() =>
    createConversation({
      transport: () => ({ ...latest.current, preload }),
      keepsTranscript: () => preferences.get().keepTranscript,
      startsMuted: () => preferences.get().pushToTalk,
      holdsMicrophone: () => preferences.get().holdMicrophone,
      ring: () => void ring(preferences.get()),
    }),
  )
  const [sheet] = useState(() => createStore(false))
  const [personaId, setPersonaId] = useState(first.id)
  // Of this page only: what was typed for one visit is not for the next.
  const [scene, setScene] = useState<SceneChoice>(justTalk)
  function preload() {
    latest.current.preload()
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
    router.replace(roomAddress({ medium, personaId: id }), { scroll: false })
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
        isGuest,
        medium,
        takesText: transport.takesText,
        language: transport.language,
        chooser,
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
