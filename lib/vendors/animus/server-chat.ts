import 'server-only'
import { readEvents } from '@/lib/chat/read-events'
import { readReply } from '@/lib/chat/read-reply'
import type { ServerChat } from '@/lib/chat/server-chat'
import { Problem } from '@/lib/http/problem'
import { animusAccount, noted } from './api'
import { completionRequest } from './completion'
import { animusFrames } from './frames'
import { problemOf } from './problems'

/** Milliseconds until an answer begins, and between two signs of life of it. */
const answerMs = 20_000
const idleMs = 20_000

const path = '/v2/chat/completions'

/** Animus as our server uses it, with our key: for `/api/chat` and for faces. */
export const animusServerChat: ServerChat = {
  model: () => animusAccount().model,

  async stream({ system, messages, maxTokens }, signal) {
    const { baseUrl, apiKey, model } = animusAccount()
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), answerMs)
    const response = await fetch(`${baseUrl}${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${apiKey}`,
        Accept: 'text/event-stream',
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(completionRequest({ model, system, messages, maxTokens })),
      signal: AbortSignal.any([signal, late.signal]),
      cache: 'no-store',
      // A redirect could carry the key to another host.
      redirect: 'error',
    })
      .catch((cause: unknown) => {
        signal.throwIfAborted()
        throw noted(
          path,
          new Problem(late.signal.aborted ? 'vendor_timeout' : 'vendor_error', { cause }),
        )
      })
      .finally(() => clearTimeout(timer))
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
    if (response.ok && response.body && isStream) {
      return readReply(readEvents(response.body, { idleMs, signal }), animusFrames())
    }
    // Nothing of it is read: its words are the vendor's.
    await response.body?.cancel().catch(() => {})
    if (!response.ok) throw noted(path, problemOf(response))
    throw noted(path, new Problem('vendor_error', { cause: new Error('Not an event stream') }))
  },
}
