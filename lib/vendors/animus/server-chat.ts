import 'server-only'
import { readEvents } from '@/lib/chat/read-events'
import { readReply } from '@/lib/chat/read-reply'
import type { ServerChat } from '@/lib/chat/server-chat'
import { fetchReply } from '@/lib/chat/server-fetch'
import { Problem } from '@/lib/http/problem'
import { animusAccount, noted } from './api'
import { completionRequest } from './completion'
import { animusFrames } from './frames'
import { problemOf } from './problems'

const path = '/v2/chat/completions'

/** Longest time without a sign of life from Animus, in milliseconds. */
const idleMs = 20_000

/** Animus as our server uses it, with our key: for `/api/chat` and for faces. */
export const animusServerChat: ServerChat = {
  model: () => animusAccount().model,

  async stream(request, signal) {
    const { baseUrl, apiKey, model } = animusAccount()
    try {
      const stream = await fetchReply(
        {
          url: `${baseUrl}${path}`,
          headers: { Authorization: `Bearer ${apiKey}` },
          body: completionRequest({ model, ...request }),
          problemOf,
        },
        signal,
      )
      return notedWhenBroken(readReply(readEvents(stream, { idleMs, signal }), animusFrames()))
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
