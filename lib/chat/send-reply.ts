import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { after } from 'next/server'
import type { Identity } from '@/lib/auth/identity'
import { db } from '@/lib/db/client'
import { describeError, log } from '@/lib/http/log'
import { Problem } from '@/lib/http/problem'
import { asProblem } from '@/lib/http/route'
import type { Timing } from '@/lib/http/server-timing'
import { replyLimitsFor } from '@/lib/ledger/limits-for'
import { endReply, reserveReply } from '@/lib/ledger/replies'
import type { ChatRequestBody } from './chat-request'
import { planReply } from './plan-reply'
import { WordlessReply } from './read-reply'
import { replyStream } from './reply-stream'
import type { VendorChatEvent } from './server-chat'

interface Call {
  request: Request
  requestId: string
  identity: Identity
  body: ChatRequestBody
  timing: Timing
}

/** Longest reply, in milliseconds: well within what the ledger and the platform give it. */
const longestMs = 4 * 60_000

/**
 * How long the answer waits for the vendor's first word once the vendor has begun to answer, in
 * milliseconds. Until then a failure has a status of its own; after that the browser must be told
 * that somebody is there.
 */
const firstWordMs = 12_000

/**
 * Answers with one reply, streamed. Throws a `Problem` while nothing has been sent; whatever
 * happens, the reply ends in the ledger, and at the vendor when nobody reads any more.
 */
export async function sendReply(call: Call): Promise<Response> {
  const { request, requestId, identity, body, timing } = call
  const open = await db()
  const plan = await timing.measure('persona', () => planReply(open, identity, body))
  const { vendor, persona, context, config } = plan
  const reply = await timing.measure('ledger', () =>
    reserveReply(open, {
      user: identity,
      vendor: vendor.id,
      persona,
      context,
      sessionId: body.sessionId,
      config,
      limits: replyLimitsFor(identity),
    }),
  )
  const life = lifeOf(request.signal)
  const started = performance.now()
  let firstMs: number | undefined

  const end = async (how: Parameters<typeof endReply>[2], problem?: Problem) => {
    life.end()
    log('info', 'reply', {
      requestId,
      vendor: vendor.id,
      status: how.status,
      code: problem?.code,
      firstMs,
      ms: Math.round(performance.now() - started),
      promptTokens: how.usage?.promptTokens,
      replyTokens: how.usage?.replyTokens,
    })
    await endReply(open, reply.id, how).catch((lost: unknown) => {
      // It still ends by itself, a few minutes later.
      log('error', 'end_reply', { requestId, ...describeError(lost) })
    })
  }
  /** What to tell of a failure; nothing where nobody listens any more. */
  const fail = async (error: unknown): Promise<Problem | undefined> => {
    const problem = life.hasLeft() ? undefined : asProblem(error, requestId)
    if (!problem) await end({ status: 'aborted' })
    // Else whoever asks for thoughts alone would be served past every limit.
    else if (firstMs !== undefined && problem.cause instanceof WordlessReply) {
      await end({ status: 'done', usage: problem.cause.usage }, problem)
    } else await end({ status: 'failed' }, problem)
    return problem
  }

  try {
    const events = await timing.measure('vendor', async () => {
      life.signal.throwIfAborted()
      return withFirstWord(await vendor.chat.stream(plan.request, life.signal))
    })
    const { body: stream, finished } = replyStream({
      events,
      requestId,
      onLeft: life.leave,
      onEvent(event) {
        firstMs ??= Math.round(performance.now() - started)
        // Whoever asks again at once must find the place free.
        if (event.type === 'done') return end({ status: 'done', usage: event.usage })
      },
      onError: fail,
    })
    // Where the response is all that keeps the process alive, the ledger would miss its end.
    after(() => finished)
    return new Response(stream, {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'X-Accel-Buffering': 'no',
        'X-Session-Id': reply.session.id,
      },
    })
  } catch (error) {
    const problem = await fail(error)
    throw problem ?? new Problem('invalid_request', { detail: 'The request was cancelled.' })
  }
}

/** Ends what is asked of the vendor when nobody waits for it any more, and when it takes too long. */
function lifeOf(request: AbortSignal) {
  const abort = new AbortController()
  let left = false
  const leave = () => {
    left = true
    abort.abort(new Error('Nobody waits any more'))
  }
  const timer = setTimeout(() => abort.abort(new Problem('vendor_timeout')), longestMs)
  request.addEventListener('abort', leave, { once: true })
  if (request.aborted) leave()
  return {
    signal: abort.signal,
    leave,
    hasLeft: () => left,
    end() {
      clearTimeout(timer)
      request.removeEventListener('abort', leave)
    },
  }
}

/** The same events, when the first of them has come or has kept everybody waiting for too long. */
async function withFirstWord(
  events: AsyncIterable<VendorChatEvent>,
): Promise<AsyncIterable<VendorChatEvent>> {
  const iterator = events[Symbol.asyncIterator]()
  const first = iterator.next()
  await Promise.race([first, sleep(firstWordMs, undefined, { ref: false })])
  return (async function* () {
    try {
      for (let next = await first; !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  })()
}
