import { asc, eq } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { messages } from '@/lib/db/schema'
import { problemBody } from '@/lib/http/problem'
import { presets } from '@/lib/personas/presets'
import {
  atVendor,
  control,
  fault,
  lastAtVendor,
  lines,
  problemIn,
  replyIn,
  somebody,
} from './testing/chat-api'

const [mira] = presets

describe('a reply', () => {
  test('streams with its words, its end, its session and what it used', async () => {
    const ada = somebody()
    const response = await ada.say('What is a quill?')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-accel-buffering')).toBe('no')
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(response.headers.get('server-timing')).toMatch(/auth;dur=.*ledger;dur=.*vendor;dur=/)
    const { text, end } = await replyIn(response)
    expect(text).not.toBe('')
    expect(end).toEqual({
      name: 'done',
      data: {
        finish: 'complete',
        usage: { promptTokens: expect.any(Number), replyTokens: expect.any(Number) },
      },
    })
    const [session] = await ada.sessions()
    expect(response.headers.get('x-session-id')).toBe(session?.id)
    expect(await ada.replies()).toMatchObject([
      { sessionId: session?.id, vendor: 'anuma', status: 'done', ...end?.data.usage },
    ])
  })

  test('is asked for with everything that is the server’s to decide', async () => {
    await replyIn(await somebody().say('Hello'))
    const asked = await lastAtVendor()
    expect(asked).toMatchObject({
      payer: 'app',
      model: 'sandbox/quill',
      toolChoice: 'none',
      paidTools: false,
      format: 'openai',
      maxTokens: 1_500,
      messages: 2,
    })
    expect(asked?.headers).toContain('x-api-key')
    expect(asked?.headers).not.toContain('authorization')
    expect(asked?.system).toContain(`Your name is ${mira?.name}.`)
    expect(asked?.system).toContain('This is a written chat.')
  })

  test('is kept with what the vendor was sent, the prompt included', async () => {
    const ada = somebody()
    await replyIn(await ada.say('Hello'))
    expect(await ada.sessions()).toMatchObject([
      {
        medium: 'text',
        vendor: 'anuma',
        status: 'live',
        personaId: mira?.id,
        config: {
          persona: 'preset',
          sent: {
            model: 'sandbox/quill',
            maxTokens: 1_500,
            systemPrompt: expect.stringContaining('This is a written chat.'),
          },
        },
      },
    ])
  })

  test('belongs to the session that is named', async () => {
    const ada = somebody()
    const first = await ada.say('Hello')
    await replyIn(first)
    const sessionId = first.headers.get('x-session-id')
    const next = await ada.say('And now?', { sessionId })
    expect(next.headers.get('x-session-id')).toBe(sessionId)
    expect(await ada.sessions()).toHaveLength(1)
    const foreign = await somebody().say('Let me in', { sessionId })
    expect(foreign.status).toBe(404)
    await replyIn(next)
  })

  test('keeps thoughts apart from its words', async () => {
    process.env.ANUMA_MODEL = 'sandbox/ponder'
    vi.resetModules()
    const { anumaServerChat } = await import('./server-chat')
    const request = { system: '', messages: [{ role: 'user' as const, content: 'Hm?' }] }
    const events = await anumaServerChat.stream(
      { ...request, maxTokens: 500 },
      new AbortController().signal,
    )
    const said = { reasoning: '', delta: '' }
    for await (const event of events) if (event.type !== 'done') said[event.type] += event.text
    expect(said.reasoning).not.toBe('')
    expect(said.reasoning + said.delta).not.toContain('think>')
    expect(said.delta).not.toBe('')
    process.env.ANUMA_MODEL = 'sandbox/quill'
  })

  test('comes piece by piece, each at once', async () => {
    await control('pace', { firstMs: 0, wordsPerSecond: 20 })
    const response = await somebody().say('Hello')
    const reader = response.body?.getReader()
    const times: number[] = []
    for (let read = await reader?.read(); !read?.done; read = await reader?.read()) {
      times.push(performance.now())
    }
    const gaps = times.slice(1).map((time, n) => time - (times[n] ?? 0))
    // At 20 words a second: nothing waits for its neighbours.
    expect(gaps.filter((gap) => gap > 25).length).toBeGreaterThan(gaps.length / 2)
  })

  test.each(['split-utf8', 'unknown', 'out-of-order'])(
    'survives frames that are %s',
    async (event) => {
      await fault({ event })
      const { text, end } = await replyIn(await somebody().say('Hello'))
      expect(end?.name).toBe('done')
      expect(text).not.toContain('\ufffd')
      if (event === 'split-utf8') expect(text).toContain('Naïve café ☕️ മലയാളം 👩‍🚀🙂.')
    },
  )
})

describe('a failure before the first word has a status of its own', () => {
  test.each([
    [{ status: 401 }, 502, 'vendor_rejected_credentials'],
    [{ status: 402, code: 'insufficient_balance', gate: 'minimum' }, 503, 'vendor_out_of_credit'],
    [{ status: 403, code: 'model_tier_required' }, 502, 'vendor_rejected_credentials'],
    [{ status: 404, code: 'model_not_found' }, 503, 'vendor_not_configured'],
    [{ status: 413 }, 413, 'payload_too_large'],
    [{ status: 429, retryAfter: 7 }, 503, 'vendor_busy'],
    [{ status: 500 }, 502, 'vendor_error'],
    [{ status: 200, html: '<h1>Just a moment</h1>' }, 502, 'vendor_error'],
    [{ status: 503, html: '<h1>Bad gateway</h1>' }, 503, 'vendor_busy'],
    [{ event: 'error', afterChunks: 0, code: 'timeout' }, 504, 'vendor_timeout'],
    [{ event: 'error', afterChunks: 0, code: 'rate_limit_exceeded' }, 503, 'vendor_busy'],
    [{ event: 'cut', afterChunks: 0 }, 502, 'vendor_error'],
    [{ event: 'empty' }, 502, 'vendor_error'],
  ])('%j', async (what, status, code) => {
    const ada = somebody()
    await fault(what)
    const response = await ada.say('Hello')
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const problem = await problemIn(response)
    expect(problem.code).toBe(code)
    if ('retryAfter' in what) expect(problem.retryAfter).toBe(7)
    expect(JSON.stringify(problem)).not.toMatch(
      /anuma|portal|provider did not|insufficient_balance/i,
    )
    expect(await ada.replies()).toMatchObject([{ status: 'failed', endedAt: expect.any(Date) }])
  })

  test('and its gate is explained to whoever runs the app, without the vendor’s words', async () => {
    await fault({ status: 402, code: 'insufficient_balance', gate: 'minimum' })
    await somebody().say('Hello')
    const line = lines.findLast(
      (line) => line.includes('vendor_out_of_credit') && line.includes('reason'),
    )
    expect(line).toContain('its limit for each user')
  })

  test('costs nothing of the allowance', async () => {
    const guest = somebody(true)
    await fault({ status: 500 })
    expect((await guest.say('Hello')).status).toBe(502)
    for (const _ of [1, 2]) await replyIn(await guest.say('Hello'))
    const refused = await guest.say('Hello')
    expect(refused.status).toBe(429)
    expect(await problemIn(refused)).toMatchObject({
      code: 'rate_limited',
      retryAfter: expect.any(Number),
    })
    expect(await guest.replies()).toHaveLength(3)
  })
})

describe('a failure after the first word is an event', () => {
  test.each([
    [{ event: 'error' }, 'vendor_timeout'],
    [{ event: 'error', code: 'payment_required' }, 'vendor_out_of_credit'],
    [{ event: 'cut' }, 'vendor_error'],
    [{ event: 'malformed' }, 'vendor_error'],
    [{ event: 'huge' }, 'vendor_error'],
  ])('%j', async (what, code) => {
    const ada = somebody()
    // Slow enough for the words before it to arrive before a connection is cut.
    await control('pace', { wordsPerSecond: 100 })
    await fault(what)
    const response = await ada.say('Hello')
    expect(response.status).toBe(200)
    const { text, end } = await replyIn(response)
    expect(text).not.toBe('')
    expect(text.length).toBeLessThan(10_000)
    expect(end?.name).toBe('error')
    const problem = problemBody.parse(end?.data)
    expect(problem).toMatchObject({
      code,
      requestId: response.headers.get('x-request-id'),
    })
    expect(JSON.stringify(problem)).not.toMatch(/anuma|portal|provider did not/i)
    expect(await ada.replies()).toMatchObject([{ status: 'failed' }])
  })
})

describe('who leaves', () => {
  const leftWithin = async (ms: number) => {
    const { requests } = await atVendor()
    expect(requests.at(-1)).toMatchObject({ outcome: 'left' })
    return (requests.at(-1)?.leftAt ?? Number.POSITIVE_INFINITY) < ms
  }

  test.each(['by aborting the request', 'by closing the answer'])(
    '%s ends the reply at the vendor within 100 ms, and in the ledger',
    async (how) => {
      await control('pace', { firstMs: 0, wordsPerSecond: 5 })
      const ada = somebody()
      const abort = new AbortController()
      const response = await ada.say('Hello', {}, abort.signal)
      const reader = response.body?.getReader()
      await reader?.read()
      const left = Date.now()
      if (how.includes('abort')) abort.abort()
      else await reader?.cancel()
      await vi.waitFor(async () => expect((await atVendor()).openStreams).toBe(0), 1_000)
      expect(await leftWithin(left + 100)).toBe(true)
      await vi.waitFor(async () =>
        expect(await ada.replies()).toMatchObject([
          { status: 'aborted', endedAt: expect.any(Date) },
        ]),
      )
    },
  )

  test('before the first word ends the reply at the vendor, too', async () => {
    await control('pace', { firstMs: 5_000, wordsPerSecond: 5 })
    const ada = somebody()
    const abort = new AbortController()
    const asked = ada.say('Hello', {}, abort.signal)
    await vi.waitFor(async () => expect((await atVendor()).openStreams).toBe(1), 2_000)
    const left = Date.now()
    abort.abort()
    expect((await asked).status).toBe(400)
    await vi.waitFor(async () => expect((await atVendor()).openStreams).toBe(0), 1_000)
    expect(await leftWithin(left + 100)).toBe(true)
    expect(await ada.replies()).toMatchObject([{ status: 'aborted' }])
  })
})

describe('what was said in a chat', () => {
  const said = (...words: string[]) =>
    words.map((content, at) => ({ role: at % 2 ? 'persona' : 'user', content, at }))
  const keptOf = async (sessionId: string) =>
    (
      await (
        await db()
      )
        .select()
        .from(messages)
        .where(eq(messages.sessionId, sessionId))
        .orderBy(asc(messages.seq))
    ).map(({ content }) => content)

  async function chat() {
    const ada = somebody()
    const response = await ada.say('Hello')
    await replyIn(response)
    return { ada, id: response.headers.get('x-session-id') ?? '' }
  }

  test('is kept while it goes on, the last state of it, which may be shorter', async () => {
    const { ada, id } = await chat()
    const keep = (...words: string[]) =>
      ada.report(id, { event: 'messages', messages: said(...words) })
    expect((await keep('Hello', 'Hi!', 'Bye')).status).toBe(204)
    expect(await keptOf(id)).toEqual(['Hello', 'Hi!', 'Bye'])
    await keep('Hello', 'Hi!')
    expect(await keptOf(id)).toEqual(['Hello', 'Hi!'])
    expect((await ada.report(id, { event: 'messages' })).status).toBe(204)
    expect(await keptOf(id)).toEqual(['Hello', 'Hi!'])
    expect(await ada.sessions()).toMatchObject([{ status: 'live' }])
  })

  test('stays as it was at its end', async () => {
    const { ada, id } = await chat()
    await ada.report(id, { event: 'messages', messages: said('Hello') })
    const end = { event: 'ended', reason: 'visitor', messages: said('Hello', 'Hi!') }
    expect((await ada.report(id, end)).status).toBe(204)
    await ada.report(id, { event: 'messages', messages: said('Another page') })
    expect(await keptOf(id)).toEqual(['Hello', 'Hi!'])
    expect(await ada.sessions()).toMatchObject([{ status: 'ended', endReason: 'visitor' }])
  })

  test('is nobody else’s to write', async () => {
    const { id } = await chat()
    const event = { event: 'messages', messages: said('Ha') }
    expect((await somebody().report(id, event)).status).toBe(404)
    expect(await keptOf(id)).toEqual([])
  })

  test('can be rated', async () => {
    const { ada, id } = await chat()
    expect((await ada.report(id, { event: 'feedback', rating: 'good' })).status).toBe(204)
    expect(await ada.sessions()).toMatchObject([{ rating: 'good' }])
  })
})

test('fifty replies stream at once, each whole', async () => {
  await control('pace', { firstMs: 50, wordsPerSecond: 40 })
  const all = await Promise.all(
    Array.from({ length: 50 }, async () => replyIn(await somebody().say('Hello'))),
  )
  expect(all.map(({ end }) => end?.name)).toEqual(Array.from({ length: 50 }, () => 'done'))
  await vi.waitFor(async () => expect((await atVendor()).openStreams).toBe(0), 1_000)
})
