import type { Store } from '@/lib/conversation/store'
import type { FieldError } from '@/lib/http/problem'
import type { PersonaContent } from '../persona'

/** Whether what was typed is on the server. Milliseconds since 1970. */
export type Keeping =
  | { kind: 'saved'; at: number | undefined }
  | { kind: 'typing' }
  | { kind: 'kept'; at: number }
  /** It is tried again by itself. */
  | { kind: 'offline' }
  /** Nothing is tried before somebody signs in, or says whose words count. */
  | { kind: 'signed-out' | 'conflict' | 'gone' }
  | { kind: 'failed'; words: string }

export interface DeskState {
  /** Undefined until something of it is kept for the first time. */
  id: string | undefined
  saved: PersonaContent | null
  keeping: Keeping
}

export type SaveOutcome = 'saved' | { errors: readonly FieldError[] } | 'not-saved'

/** A persona that somebody writes on: everything typed is kept as a draft, one write at a time. */
export interface Desk {
  state: Store<DeskState>
  /** This is what stands in the form now. */
  change: (persona: PersonaContent) => void
  /** Keeps at once what is not kept yet. Answers whether all of it is. */
  flush: () => Promise<boolean>
  save: (persona: PersonaContent) => Promise<SaveOutcome>
  /** Forgets the draft. Answers what stands in the form then; null: there is no such persona any more. */
  discard: () => Promise<PersonaContent | null | undefined>
  /** After `conflict`: mine goes over what is there. */
  keepMine: () => Promise<void>
  /** After `conflict`: what is there, for the form. */
  takeTheirs: () => Promise<PersonaContent | undefined>
  /** The network is back, or somebody has signed in. */
  tryAgain: () => void
}
