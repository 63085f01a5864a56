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
  /** What stands in the form. */
  persona: PersonaContent
  /** What stood in the form before it was discarded, or gave way to another tab's. */
  aside: PersonaContent | undefined
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
  /** Saves what stands in the form at the call. */
  save: () => Promise<SaveOutcome>
  /**
   * Back to what is saved, in a conflict to what is there. Answers `removed` where nothing was saved:
   * then there is no such persona any more.
   */
  discard: () => Promise<'discarded' | 'removed' | 'not-discarded'>
  /** What was put aside stands in the form again. */
  bringBack: () => void
  /** After `conflict`: mine goes over what is there. */
  keepMine: () => Promise<void>
  /** After `conflict`: what is there stands in the form, and mine is put aside. Answers whether it does. */
  takeTheirs: () => Promise<boolean>
  /** After `gone`: what stands in the form becomes another persona. */
  beginAnew: () => void
  /** The network is back, or somebody has signed in. */
  tryAgain: () => void
  /** Whether it knows what the server had at this version, or has words that are not kept. */
  isAheadOf: (version: number) => boolean
}
