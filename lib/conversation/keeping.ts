import type { LedgerClient, LedgerReason } from './ledger-client'
import { createStore, type Store } from './store'
import type { Transcript, TranscriptMessage } from './transcript'

/** Whether the server has the transcript of the conversation that is over. */
export type Kept = 'no' | 'saving' | 'kept' | 'failed'

/** What becomes of the words when a conversation ends. */
export interface Keeping {
  kept: Store<Kept>
  /** A new conversation: nothing of it is kept yet. */
  begin: () => void
  /** What the visitor lets us keep of what was said so far. */
  messages: () => TranscriptMessage[]
  /** The words of this session are on their way; `report` tells whether they arrived. */
  follow: (session: EndedSession, report: Promise<boolean>) => Promise<void>
  /** After `failed`. */
  saveAgain: () => Promise<void>
}

interface EndedSession {
  sessionId: string
  reason: LedgerReason
}

interface KeepingOptions {
  ledger: Pick<LedgerClient, 'ended'>
  transcript: Transcript
  /** Whether what was said is sent to the server at the end. */
  keepsTranscript: () => boolean
}

export function createKeeping({ ledger, transcript, keepsTranscript }: KeepingOptions): Keeping {
  const kept = createStore<Kept>('no')
  /** Counts conversations: the report of an earlier one says nothing about this one. */
  let conversation = 0
  /** The session whose words are kept, or not yet. */
  let last: EndedSession | undefined

  async function settle(report: Promise<boolean>) {
    const mine = conversation
    kept.set('saving')
    const isKept = await report
    if (mine === conversation) kept.set(isKept ? 'kept' : 'failed')
  }

  return {
    kept,
    begin() {
      conversation += 1
      last = undefined
      kept.set('no')
    },
    messages: () => (keepsTranscript() ? transcript.messages() : []),
    async follow(session, report) {
      last = session
      await settle(report)
    },
    async saveAgain() {
      if (!last || kept.get() !== 'failed') return
      await settle(ledger.ended(last.sessionId, last.reason, transcript.messages()))
    },
  }
}
