'use client'

import { createContext, type RefObject, use, useSyncExternalStore } from 'react'
import type { ChatController } from '@/lib/chat/chat-controller'
import type { ChatState } from '@/lib/chat/chat-state'
import type { WritableStore } from '@/lib/conversation/store'
import type { PersonaCard } from '@/lib/personas/persona'

export interface ChatContextValue {
  chat: ChatController
  persona: PersonaCard
  personas: PersonaCard[]
  /** Talked to as it is being written: its editor is where one goes back to. */
  isDraft: boolean
  choose: (personaId: string) => void
  /** They have more to use once they have signed in with an email. */
  isGuest: boolean
  /** Who writes the answers. */
  vendorName: string
  /** What was said before is here, and can be gone on with. */
  isReady: boolean
  /** What has to be read before the first message; undefined: it has been, or there is nothing. */
  notice: string | undefined
  acceptNotice: () => void
  composerRef: RefObject<HTMLTextAreaElement | null>
  /** The chat as a sheet, where there is no room beside the stage. */
  sheet: WritableStore<boolean>
}

export const ChatContext = createContext<ChatContextValue | undefined>(undefined)

/** What every part of the chat shares. None of it changes while an answer is written. */
export function useChat(): ChatContextValue {
  const value = use(ChatContext)
  if (!value) throw new Error('useChat needs a <ChatRoom> above it')
  return value
}

/** A part of the chat's state: only its own changes render. `pick` gives the same for the same. */
export function useChatState<T>(pick: (state: ChatState) => T): T {
  const { state } = useChat().chat
  const get = () => pick(state.get())
  return useSyncExternalStore(state.subscribe, get, get)
}
