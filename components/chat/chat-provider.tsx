'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { createChat } from '@/lib/chat/chat-controller'
import type { ChatSource } from '@/lib/chat/chat-source'
import { createChatStorage } from '@/lib/chat/chat-storage'
import { ledgerClient } from '@/lib/conversation/ledger-client'
import { createPreferences } from '@/lib/conversation/preferences'
import { createStore } from '@/lib/conversation/store'
import { within } from '@/lib/conversation/time'
import type { PersonaCard } from '@/lib/personas/persona'
import { ChatContext } from './chat-context'
import { loadMarkdown } from './lazy-markdown'
import { useNotice } from './use-notice'

interface ChatProviderProps {
  personas: PersonaCard[]
  persona: PersonaCard
  choose: (personaId: string) => void
  draftId: string | undefined
  isGuest: boolean
  source: ChatSource
  vendorName: string
  userKey: string
  maxHistoryTokens: number
  children: ReactNode
}

/** So long what was said may wait for the code that shows it as it is meant, in milliseconds. */
const markdownMs = 1_500

/** One chat with one persona, for as long as the page is open. */
export function ChatProvider({
  personas,
  persona,
  choose,
  draftId,
  isGuest,
  source,
  vendorName,
  userKey,
  maxHistoryTokens,
  children,
}: ChatProviderProps) {
  const isDraft = persona.id === draftId
  const [preferences] = useState(() => createPreferences())
  const [chat] = useState(() =>
    createChat({
      source: () => source,
      persona: { personaId: persona.id, ...(isDraft && { draft: true }) },
      ledger: ledgerClient,
      storage: createChatStorage([userKey, persona.id, vendorName, ...(isDraft ? ['draft'] : [])]),
      keepsTranscript: () => preferences.get().keepTranscript,
      maxHistoryTokens,
    }),
  )
  const [sheet] = useState(() => createStore(true))
  const [isReady, setIsReady] = useState(false)
  const composerRef = useRef<HTMLTextAreaElement>(null)
  const { notice, accept } = useNotice([userKey], source.notice)

  useEffect(() => {
    preferences.load()
    let detach = () => {}
    let isGone = false
    // Text that is laid out once as it was written and once as it is meant would jump.
    void within(markdownMs, loadMarkdown(), undefined).then(() => {
      if (isGone) return
      detach = chat.attach()
      setIsReady(true)
    })
    addEventListener('storage', preferences.load)
    return () => {
      isGone = true
      detach()
      removeEventListener('storage', preferences.load)
    }
  }, [chat, preferences])

  return (
    <ChatContext
      value={{
        chat,
        persona,
        personas,
        isDraft,
        choose,
        isGuest,
        vendorName,
        isReady,
        notice,
        acceptNotice: accept,
        composerRef,
        sheet,
      }}
    >
      {children}
    </ChatContext>
  )
}
