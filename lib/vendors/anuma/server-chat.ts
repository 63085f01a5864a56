import 'server-only'
import { readEvents } from '@/lib/chat/read-events'
import { readReply } from '@/lib/chat/read-reply'
import type { ServerChat } from '@/lib/chat/server-chat'
import { fetchReply } from '@/lib/chat/server-fetch'
import { Problem } from '@/lib/http/problem'
import { anumaAccount } from './api'
import { completionRequest } from './completion'
import { chatModel } from './models'
import { noted, problemOf } from './problems'
import { anumaFrames } from './stream-frames'

const path = '/api/v1/chat/completions'

/** Longest time without a sign of life from Anuma, in milliseconds. */
const idleMs = 20_000

/** Anuma as our server uses it: the app pays, with its key. */
export const anumaServerChat: ServerChat = {
  model: chatModel,

  async stream(request, signal) {
    const { baseUrl, apiKey } = anumaAccount()
    const body = completionRequest(await chatModel(), request)
    try {
      const stream = await fetchReply(
        {
          url: `${baseUrl}${path}`,
          // A key as bearer is taken for a visitor's token, and refused (reference B2).
          headers: { 'X-API-KEY': apiKey, 'X-Anuma-Stream-Format': 'openai' },
          body,
          problemOf,
        },
        signal,
      )
      return notedWhenBroken(readReply(readEvents(stream, { idleMs, signal }), anumaFrames()))
    } catch (error) {
      throw noteProblem(error)
    }
  },
}

async function* notedWhenBroken<Event>(events: AsyncIterable<Event>) {
  try {
    yield* events
  } catch (error) {
    throw noteProblem(error)
  }
}

const noteProblem = (error: unknown) => (error instanceof Problem ? noted(path, error) : error)
