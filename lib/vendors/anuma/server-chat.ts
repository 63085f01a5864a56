import 'server-only'
import { readEvents } from '@/lib/chat/read-events'
import { readReply } from '@/lib/chat/read-reply'
import type { ServerChat, ServerChatRequest } from '@/lib/chat/server-chat'
import { fetchReply } from '@/lib/chat/server-fetch'
import { Problem } from '@/lib/http/problem'
import { type AnumaAccount, anumaAccount } from './api'
import { completionRequest } from './completion'
import { chatModel } from './models'
import { noted, problemOf } from './problems'
import { anumaFrames } from './stream-frames'

const path = '/api/v1/chat/completions'

/** Longest time without a sign of life from Anuma, in milliseconds. */
const idleMs = 20_000

/** A reply of this account's. Throws a `Problem` (`vendor_…`), or the signal's reason. */
export async function streamReply(
  { baseUrl, apiKey, model }: AnumaAccount & { model: string },
  request: ServerChatRequest,
  signal: AbortSignal,
) {
  try {
    const stream = await fetchReply(
      {
        url: `${baseUrl}${path}`,
        // A key as bearer is taken for a visitor's token, and refused (reference B2).
        headers: { 'X-API-KEY': apiKey, 'X-Anuma-Stream-Format': 'openai' },
        body: completionRequest(model, request),
        problemOf,
      },
      signal,
    )
    return notedWhenBroken(readReply(readEvents(stream, { idleMs, signal }), anumaFrames()))
  } catch (error) {
    throw noteProblem(error)
  }
}

/** Anuma as our server uses it: the app pays, with its key. */
export const anumaServerChat: ServerChat = {
  model: chatModel,
  stream: async (request, signal) =>
    streamReply({ ...anumaAccount(), model: await chatModel() }, request, signal),
}

async function* notedWhenBroken<Event>(events: AsyncIterable<Event>) {
  try {
    yield* events
  } catch (error) {
    throw noteProblem(error)
  }
}

const noteProblem = (error: unknown) => (error instanceof Problem ? noted(path, error) : error)
