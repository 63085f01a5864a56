import { Problem } from '@/lib/http/problem'
import type { Finish } from './chat-source'
import { EventStreamError, type ServerSentEvent } from './read-events'
import type { ReplyUsage, VendorChatEvent } from './server-chat'

/** What one frame of a vendor's stream says; nothing at all where the frame is not known. */
export interface Said {
  text?: string | undefined
  reasoning?: string | undefined
  /** The whole text once more: counts only where it does not come in pieces. */
  whole?: string | undefined
  /** How it ends. Frames after it may still tell what was used, unless it is whole. */
  finish?: Finish | undefined
  usage?: ReplyUsage | undefined
  /** The vendor has said all: nothing is read after it, and nobody waits for `[DONE]`. */
  isWhole?: boolean | undefined
}

/** Reads one frame of a vendor. Throws a `Problem` where the frame tells of a failure. */
export type ReadFrame = (frame: unknown) => Said

/** More than any limit on tokens lets through, thoughts included. Characters. */
const longestReply = 400_000

/**
 * The reply in a vendor's stream of JSON frames. It ends with `done`, or by throwing a `Problem`:
 * a stream that does not say that it is whole was cut, and a reply without a word is a failure
 * unless its words were withheld.
 */
export async function* readReply(
  events: AsyncIterable<ServerSentEvent>,
  readFrame: ReadFrame,
): AsyncGenerator<VendorChatEvent, void, undefined> {
  let length = 0
  let hasText = false
  const last: Said = {}
  for await (const { event, data } of named(events)) {
    if (data === '[DONE]') last.isWhole = true
    if (data === '[DONE]') break
    // A name of its own is about something else: a vendor may add such events at any time.
    const { text, reasoning, ...rest } = event === 'message' ? readFrame(frameIn(data)) : {}
    if (reasoning) yield { type: 'reasoning', text: reasoning }
    if (text) yield { type: 'delta', text }
    hasText ||= Boolean(text)
    length += (text?.length ?? 0) + (reasoning?.length ?? 0)
    if (length > longestReply) throw vendorError('A reply without an end')
    Object.assign(last, known(rest))
    // Whatever still came, a failure included, would be none of it.
    if (last.isWhole) break
  }
  const { finish = 'complete', usage, whole, isWhole } = last
  if (!isWhole) throw vendorError('The stream was cut')
  if (!hasText && whole) yield { type: 'delta', text: whole }
  else if (!hasText && finish !== 'filtered') {
    throw new Problem('vendor_error', { cause: new WordlessReply(usage) })
  }
  yield { type: 'done', finish, ...(usage && { usage }) }
}

/** What a frame leaves open does not take back what an earlier one said. */
const known = (said: Said): Said =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))

/** The vendor has written all that it meant to, and may bill it, but there is not a word in it. */
export class WordlessReply extends Error {
  constructor(readonly usage: ReplyUsage | undefined) {
    super('A reply without a word')
    this.name = 'WordlessReply'
  }
}

export const vendorError = (reason: string) =>
  new Problem('vendor_error', { cause: new Error(reason) })

/** A frame that cannot be read may have held words: without them the reply would be another one. */
function frameIn(data: string): unknown {
  if (data.trim() === '') return undefined
  try {
    return JSON.parse(data)
  } catch {
    throw vendorError('A frame that is not JSON')
  }
}

/** The failures of a stream in the words that all of the app uses. */
async function* named(events: AsyncIterable<ServerSentEvent>) {
  try {
    yield* events
  } catch (cause) {
    if (!(cause instanceof EventStreamError)) throw cause
    throw new Problem(cause.reason === 'stalled' ? 'vendor_timeout' : 'vendor_error', { cause })
  }
}
