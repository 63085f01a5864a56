import type { ChatLedger, LedgerClient } from '../conversation/ledger-client'
import { createStore, type Store } from '../conversation/store'
import type { Owed } from './chat-storage'

/** Whether the server has all that was said. `no`: there is nothing, or it is not to be kept. */
export type ChatKept = 'no' | 'saving' | 'kept' | 'failed'

/** What becomes of the words of a chat: each session's go to the ledger, until they are there. */
export interface ChatKeeping {
  kept: Store<ChatKept>
  /** All that was said in this session; an earlier version that is still on its way gives way. */
  save: (said: Said) => void
  /** The session is over. Its words are saved before that, if they are owed still. */
  end: (sessionId: string) => void
  /** After `failed`. */
  saveAgain: () => void
  /** The page goes away: a last try, which nobody hears of. */
  leave: (said: Said | undefined) => void
  /** What the server does not have yet; oldest first. */
  owed: () => Owed[]
  restore: (owed: readonly Owed[]) => void
}

/** All that was said in a session. */
type Said = Pick<Owed, 'sessionId' | 'messages'>

export type KeepingLedger = ChatLedger & Pick<LedgerClient, 'ended'>

export function createChatKeeping(ledger: KeepingLedger): ChatKeeping {
  const kept = createStore<ChatKept>('no')
  const debts = new Map<string, Owed>()
  let isSaving = false

  /** One after the other: a later version must not arrive before an earlier one. */
  async function settle() {
    if (isSaving) return
    isSaving = true
    kept.set('saving')
    let outcome: ChatKept = 'kept'
    for (let owed = first(debts); owed && outcome === 'kept'; owed = first(debts)) {
      if (!(await pay(owed))) outcome = 'failed'
      // Meanwhile more may have been said.
      else if (debts.get(owed.sessionId) === owed) debts.delete(owed.sessionId)
    }
    isSaving = false
    kept.set(outcome)
  }

  async function pay({ sessionId, messages, isOver }: Owed): Promise<boolean> {
    // What was deleted in the history stays deleted.
    if (messages.length > 0 && (await ledger.messages(sessionId, messages)) === 'failed')
      return false
    if (isOver) await ledger.ended(sessionId, 'visitor', [])
    return true
  }

  function owe(owed: Owed) {
    debts.set(owed.sessionId, owed)
    void settle()
  }

  return {
    kept,
    save: (said) => owe({ ...said, isOver: false }),
    end(sessionId) {
      owe({ sessionId, messages: debts.get(sessionId)?.messages ?? [], isOver: true })
    },
    saveAgain() {
      if (kept.get() === 'failed') void settle()
    },
    leave(said) {
      if (said) debts.set(said.sessionId, { ...said, isOver: false })
      for (const { sessionId, messages } of debts.values()) {
        if (messages.length > 0) ledger.messagesByBeacon(sessionId, messages)
      }
    },
    owed: () => [...debts.values()],
    restore(owed) {
      for (const debt of owed) debts.set(debt.sessionId, debt)
      if (debts.size > 0) void settle()
    },
  }
}

const first = (debts: Map<string, Owed>): Owed | undefined => debts.values().next().value
