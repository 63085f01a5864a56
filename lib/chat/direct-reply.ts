import { ConversationError, type FailureCode } from '@/lib/conversation/failure'
import type { ChatEvent } from './chat-source'
import { readEvents } from './read-events'
import { type ReadFrame, readReply } from './read-reply'
import { streamFailure } from './stream-failure'

interface Options {
  /** Our id of the session that it belongs to. */
  sessionId: string
  readFrame: ReadFrame
  signal: AbortSignal
  /** Longest time without a sign of life from the vendor, in milliseconds. */
  idleMs?: number
}

/**
 * The reply in a vendor's answer to a page that asked it itself. Throws `ConversationError`, or the
 * signal's reason.
 */
export async function* directReply(
  response: Response,
  { sessionId, readFrame, signal, idleMs = 30_000 }: Options,
): AsyncGenerator<ChatEvent, void> {
  const { body } = response
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
  try {
    yield { type: 'session', sessionId }
    if (!body || !isStream) throw new ConversationError({ code: 'vendor_error' })
    for await (const event of readReply(readEvents(body, { idleMs, signal }), readFrame)) {
      yield event.type === 'done' ? { type: 'done', finish: event.finish } : event
    }
  } catch (error) {
    throw streamFailure(error, signal)
  } finally {
    // Also for whoever leaves before the first word.
    await body?.cancel().catch(() => {})
  }
}

/** The failure that a vendor's answer tells by its status. Its words are not read. */
export async function refusal(
  { headers, body }: Response,
  code: FailureCode,
): Promise<ConversationError> {
  await body?.cancel().catch(() => {})
  // Readable only where the vendor lets pages of other origins see it.
  const asked = headers.get('Retry-After') ?? ''
  const retryAfter = /^\d{1,6}$/.test(asked) ? Math.max(1, Number(asked)) : undefined
  return new ConversationError({ code, retryAfter })
}
