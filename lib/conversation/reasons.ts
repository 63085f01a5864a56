import type { LedgerReason } from './ledger-client'
import { limits } from './limits'
import type { Event } from './machine'
import { isTalking, type State } from './state'

/** The vendor's clock and ours differ a little: an end at the limit is the limit, whoever was first. */
export function atLimit(event: Event, state: State): Event {
  const isLimit =
    event.type === 'CLOSED' && isTalking(state) && event.at >= state.endsAt - limits.endTolerance
  return isLimit ? { ...event, reason: 'time_limit' } : event
}

/** Why a conversation is over, in the ledger's words. */
export function ledgerReason(state: State): LedgerReason {
  switch (state.phase) {
    case 'ending':
    case 'ended':
      return state.reason
    case 'failed':
      return 'failed'
    default:
      return 'cancelled'
  }
}
