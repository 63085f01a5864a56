'use client'

import { createContext, type ReactNode, type RefObject, use, useSyncExternalStore } from 'react'
import type { Conversation } from '@/lib/conversation/conversation'
import type { PreferenceStore } from '@/lib/conversation/preferences'
import type { State } from '@/lib/conversation/state'
import type { Store, WritableStore } from '@/lib/conversation/store'
import type { PersonaCard } from '@/lib/personas/persona'
import type { SceneChoice } from './scene-choice'

export interface ConversationContextValue {
  conversation: Conversation
  preferences: PreferenceStore
  /** The one element that conversations play in. */
  videoRef: RefObject<HTMLVideoElement | null>
  composerRef: RefObject<HTMLInputElement | null>
  /** They have more to use once they have signed in with an email. */
  isGuest: boolean
  medium: 'face' | 'voice'
  /** Whether what is typed reaches the persona. */
  takesText: boolean
  /** ISO 639-1 code of the one language that is spoken here, if it is one. */
  language: string | undefined
  /** The way to another medium, for a room at rest. */
  chooser: ReactNode
  personas: PersonaCard[]
  persona: PersonaCard
  /** Talked to as it is being written: its editor is where one goes back to. */
  isDraft: boolean
  choose: (personaId: string) => void
  /** What the next talk is about; kept for as long as the page is open. */
  scene: SceneChoice
  setScene: (scene: SceneChoice) => void
  /** Starts with the chosen persona; call it directly in the click. */
  start: (how?: { opening?: string; takeOver?: boolean }) => void
  /** The transcript as a sheet, where there is no room beside the stage. */
  sheet: WritableStore<boolean>
}

export const ConversationContext = createContext<ConversationContextValue | undefined>(undefined)

/** What every part of the room shares. None of it changes while people talk. */
export function useConversation(): ConversationContextValue {
  const value = use(ConversationContext)
  if (!value) throw new Error('useConversation needs a <ConversationProvider> above it')
  return value
}

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get, store.get)
}

export function useConversationState(): State {
  return useStore(useConversation().conversation.state)
}
