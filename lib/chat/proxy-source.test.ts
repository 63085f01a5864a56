import type { ServerResponse } from 'node:http'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ConversationError, failureCodes } from '@/lib/conversation/failure'
import { answerJson, type VendorDouble, vendorDouble } from '@/lib/http/testing/vendor-double'
import type { ChatEvent, ReplyRequest } from './chat-source'
import { proxySource } from './proxy-source'

let server: VendorDouble
afterEach(async () => {
  vi.unstubAllGlobals()
  await server.close()
})

/** Our server as this page reaches it: addresses without a host are its own. */
async function serve(answer: (response: ServerResponse, count: number) => void) {
  server = await vendorDouble((_, response, count) => answer(response, count))
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => real(`${server.url}${path}`, init))
}

const sessionId = '5b0c3b0e-58e5-4f8e-9f0e-6f2b5a6f3c11'

/** Begins the stream of a reply, as /api/chat does. */
const stream = (response: ServerResponse) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'X-Session-Id': sessionId })
  return (event: string, data: unknown) =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}

const request: ReplyRequest = { personaId: 'mira', messages: [{ role: 'user', content: 'Hello' }] }

async function reply(more: Partial<ReplyRequest> = {}, signal = new AbortController().signal) {
  const events: ChatEvent[] = []
  for await (const event of proxySource({ vendor: 'acme' }).reply({ ...request, ...more }, signal))
    events.push(event)
  return events
}

const failureOf = async (work: Promise<unknown>) => {
  const error = await work.catch((reason: unknown) => reason)
  if (error instanceof ConversationError) return error.failure
  throw new Error(`Expected a failure, got ${String(error)}`)
}

const problem = {
  type: 'about:blank',
  title: 'The vendor is busy',
  status: 503,
  code: 'vendor_busy',
  requestId: 'r-1',
  retryAfter: 7,
}

describe('a reply by way of our server', () => {
  test('is its session, its words, its thoughts and its end', async () => {
    await serve((response) => {
      const send = stream(response)
      send('reasoning', { text: 'Hm.' })
      send('delta', { text: 'Good ' })
      response.write(': still here\n\nevent: novelty\ndata: nobody knows\n\n')
      send('delta', { text: 'day ☕️' })
      send('done', { finish: 'length', usage: { promptTokens: 1, replyTokens: 2 } })
      response.end()
    })
    expect(await reply()).toEqual([
      { type: 'session', sessionId },
      { type: 'reasoning', text: 'Hm.' },
      { type: 'delta', text: 'Good ' },
      { type: 'delta', text: 'day ☕️' },
      { type: 'done', finish: 'length' },
    ])
  })

  test('is asked for with whom it is of, where it belongs, and no more of a chat than fits', async () => {
    await serve((response) => stream(response)('done', { finish: 'complete' }))
    const messages = Array.from({ length: 99 }, (_, n) => ({
      role: n % 2 === 0 ? ('user' as const) : ('assistant' as const),
      content: `Message ${n}`,
    }))
    await reply({ sessionId, context: 'training', metadata: { topic: 'Tea' }, messages })
    const [sent] = server.received
    expect(sent).toMatchObject({ method: 'POST', path: '/api/chat' })
    const body = JSON.parse(sent?.body ?? '')
    expect(body).toMatchObject({
      vendor: 'acme',
      personaId: 'mira',
      sessionId,
      context: 'training',
      metadata: { topic: 'Tea' },
    })
    expect(body.messages.at(-1)).toEqual({ role: 'user', content: 'Message 98' })
    expect(body.messages.length).toBeLessThanOrEqual(40)
  })

  test('leaves the vendor to the server where none is named', async () => {
    await serve((response) => stream(response)('done', { finish: 'complete' }))
    for await (const _ of proxySource().reply(request, new AbortController().signal)) {
      // Only what was sent matters here.
    }
    expect(JSON.parse(server.received[0]?.body ?? '')).not.toHaveProperty('vendor')
  })
})

describe('a failure', () => {
  test('before the first word is the server’s problem, with its request and its wait', async () => {
    await serve((response) => answerJson(response, 503, problem))
    expect(await failureOf(reply())).toEqual({
      code: 'vendor_busy',
      requestId: 'r-1',
      retryAfter: 7,
    })
  })

  test('after the first word is what the stream tells', async () => {
    await serve((response) => {
      const send = stream(response)
      send('delta', { text: 'Good' })
      send('error', problem)
      response.end()
    })
    expect(await failureOf(reply())).toMatchObject({ code: 'vendor_busy', requestId: 'r-1' })
  })

  test.each<[string, string, (response: ServerResponse) => void]>([
    ['an answer that is no problem', 'unexpected_answer', (r) => answerJson(r, 502, { oh: 'no' })],
    ['a page in its place', 'unexpected_answer', (r) => r.writeHead(200).end('<h1>Hello</h1>')],
    [
      'a stream without an end',
      'connection_lost',
      (r) => r.end(void stream(r)('delta', { text: 'a' })),
    ],
    ['an error of no known kind', 'unexpected_answer', (r) => stream(r)('error', { code: 'boom' })],
    ['words that are none', 'unexpected_answer', (r) => stream(r)('delta', { text: 7 })],
    ['an end of no known kind', 'unexpected_answer', (r) => stream(r)('done', { finish: 'maybe' })],
    [
      '10 MB in one event',
      'unexpected_answer',
      (r) => stream(r)('delta', { text: 'x'.repeat(1e7) }),
    ],
  ])('is %s: %s', async (_, code, answer) => {
    await serve(answer)
    expect(await failureOf(reply())).toMatchObject({ code })
  })

  test('is a connection that breaks', async () => {
    await serve((response) => {
      stream(response)('delta', { text: 'Good' })
      setTimeout(() => response.destroy(), 20)
    })
    expect(await failureOf(reply())).toEqual({ code: 'connection_lost' })
  })

  test('is a server that is not there', async () => {
    await serve(() => {})
    await server.close()
    expect(await failureOf(reply())).toEqual({ code: 'offline' })
  })

  test('is always one that there are words for, whatever the stream holds', async () => {
    const event = fc.tuple(
      fc.constantFrom('delta', 'reasoning', 'done', 'error', 'message', 'other'),
      fc.oneof(
        fc.jsonValue().map((value) => JSON.stringify(value)),
        fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify({ text })),
        fc.constant(JSON.stringify({ finish: 'complete' })),
        fc.constant(JSON.stringify(problem)),
        fc.string().map((text) => text.replace(/[\r\n]/g, ' ')),
      ),
    )
    let events: [string, string][] = []
    await serve((response) => {
      stream(response)
      const bytes = Buffer.from(
        events.map(([name, data]) => `event: ${name}\ndata: ${data}\n\n`).join(''),
      )
      const middle = Math.floor(bytes.length / 2)
      response.write(bytes.subarray(0, middle))
      setImmediate(() => response.end(bytes.subarray(middle)))
    })
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 8 }), async (sent) => {
        events = sent
        const outcome = await reply().catch((error: unknown) => error)
        if (Array.isArray(outcome)) expect(outcome.at(-1)).toMatchObject({ type: 'done' })
        else {
          expect(outcome).toBeInstanceOf(ConversationError)
          if (outcome instanceof ConversationError)
            expect(failureCodes).toContain(outcome.failure.code)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('leaving', () => {
  const untilLeft = () =>
    serve((response) => {
      stream(response)('delta', { text: 'Good' })
      response.on('close', () => left())
    })
  let left = () => {}
  const hasLeft = () =>
    new Promise<number>((resolve) => {
      left = () => resolve(performance.now())
    })

  test('by stopping ends the request at once, and is no failure', async () => {
    const gone = hasLeft()
    await untilLeft()
    const abort = new AbortController()
    let stopped = 0
    const read = async () => {
      for await (const { type } of proxySource().reply(request, abort.signal)) {
        if (type !== 'delta') continue
        stopped = performance.now()
        abort.abort(new Error('stopped'))
      }
    }
    await expect(read()).rejects.toThrow('stopped')
    expect((await gone) - stopped).toBeLessThan(100)
  })

  test('before the first word ends it, too', async () => {
    const gone = hasLeft()
    await untilLeft()
    for await (const { type } of proxySource().reply(request, new AbortController().signal)) {
      expect(type).toBe('session')
      break
    }
    await gone
  })

  test('while the server has not answered yet is no failure', async () => {
    await serve(() => {})
    const abort = new AbortController()
    const answer = reply({}, abort.signal)
    setTimeout(() => abort.abort(new Error('stopped')), 30)
    await expect(answer).rejects.toThrow('stopped')
  })
})
