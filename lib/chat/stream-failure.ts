import { ConversationError, type FailureCode } from '@/lib/conversation/failure'
import { Problem } from '@/lib/http/problem'
import { EventStreamError } from './read-events'

const codes: Record<EventStreamError['reason'], FailureCode> = {
  stalled: 'vendor_timeout',
  lost: 'connection_lost',
  too_large: 'unexpected_answer',
}

/**
 * What a page tells of a reply that broke off. Throws the signal's reason where somebody asked for
 * the end: that is no failure.
 */
export function streamFailure(error: unknown, signal: AbortSignal): unknown {
  signal.throwIfAborted()
  const stream = error instanceof Problem ? error.cause : error
  if (stream instanceof EventStreamError) {
    return new ConversationError({ code: codes[stream.reason] }, { cause: error })
  }
  if (!(error instanceof Problem)) return error
  const { code, retryAfter } = error
  return new ConversationError({ code, retryAfter }, { cause: error })
}
