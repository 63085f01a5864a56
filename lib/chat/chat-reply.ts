import { type Failure, failureOf } from '../conversation/failure'
import { after, pause } from '../conversation/time'
import type { ChatEvent, Finish } from './chat-source'
import type { WordBuffer } from './word-buffer'

/** Longest silence of a source, in milliseconds: they have shorter limits of their own. */
const longestSilence = 90_000
/**
 * A browser that leaves a page cuts its streams first and tells the page afterwards. So long, in
 * milliseconds, a failure waits for that after somebody has begun to leave.
 */
const leavingMs = 3_000

interface ReplyOptions {
  events: () => AsyncIterable<ChatEvent>
  words: WordBuffer
  /** Aborted when nobody waits for the reply any more, here or by the caller. */
  waiting: AbortController
  /** Whether another reply, or none, is waited for now. */
  isOver: () => boolean
  /** When somebody has begun to leave the page; undefined: nobody has. */
  leavingAt: () => number | undefined
  now: () => number
  onSession: (sessionId: string) => void
  /** After its last word. */
  onDone: (finish: Finish) => void
  onFailed: (failure: Failure) => void
}

/** Follows a reply to its end, or to the failure that it ends in. Never rejects. */
export async function followReply(options: ReplyOptions): Promise<void> {
  const { words, waiting, isOver, leavingAt, now } = options
  let calmDown = () => {}

  function expectMore() {
    calmDown()
    calmDown = after(longestSilence, () => fail({ code: 'vendor_timeout' }), waiting.signal)
  }

  function fail(failure: Failure) {
    if (isOver()) return
    words.flush()
    options.onFailed(failure)
    waiting.abort()
  }

  expectMore()
  try {
    for await (const event of options.events()) {
      if (isOver()) return
      expectMore()
      if (event.type === 'session') options.onSession(event.sessionId)
      else if (event.type === 'delta') words.add({ text: event.text })
      else if (event.type === 'reasoning') words.add({ reasoning: event.text })
      else {
        words.flush()
        return options.onDone(event.finish)
      }
    }
    fail({ code: 'connection_lost' })
  } catch (error) {
    const since = leavingAt()
    if (since !== undefined) await pause(since + leavingMs - now(), waiting.signal)
    fail(failureOf(error, 'unexpected_answer'))
  } finally {
    calmDown()
  }
}
