import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ChatEvent, ReplyRequest } from '@/lib/chat/chat-source'
import type { GrantRequest } from '@/lib/chat/grants'
import { ConversationError } from '@/lib/conversation/failure'
import { vendorDouble } from '@/lib/http/testing/vendor-double'
import { createAnimusApi } from './api'
import { createAnimusChat } from './chat-with-token'
import { animusUnderTest } from './testing/animus-under-test'
import { tokenFor } from './testing/jwt'

vi.spyOn(console, 'log').mockImplementation(() => {})

const animus = await animusUnderTest()
afterAll(() => animus.close())
beforeEach(() => animus.calm())

/** A page, with a server that has real tokens made; `spoil` gives others in their place. */
function page({ spoil = (token: string, _: number) => token, url = animus.url } = {}) {
  const asked: GrantRequest[] = []
  const live: string[] = []
  const api = createAnimusApi({ baseUrl: animus.url, apiKey: animus.apiKey })
  const chat = createAnimusChat({
    async mint(request, signal) {
      const number = asked.push(request)
      const { token, expiresAt } = await api.generateToken(signal)
      return {
        accessToken: spoil(token, number),
        expiresAt: new Date(expiresAt).toISOString(),
        animus: { token },
        apiBaseUrl: url,
        sessionId: `session-${number}`,
        model: 'vivian-llama3.1-70b-1.0-fp8',
        instructions: 'Your name is Mira.',
      }
    },
    async live(sessionId, { firstFrameMs }) {
      expect(firstFrameMs).toBeGreaterThan(0)
      live.push(sessionId)
    },
  })
  const request = (more: Partial<ReplyRequest> = {}): ReplyRequest => ({
    personaId: 'mira',
    messages: [{ role: 'user', content: 'Tell me about tea.' }],
    ...more,
  })
  const reply = async (more: Partial<ReplyRequest> = {}, signal = new AbortController().signal) => {
    const events: ChatEvent[] = []
    for await (const event of chat.reply(request(more), signal)) events.push(event)
    return events
  }
  return { chat, reply, request, asked, live }
}

const words = (events: ChatEvent[]) =>
  events.map((event) => (event.type === 'delta' ? event.text : '')).join('')

const failureOf = async (work: Promise<unknown>) => {
  const error = await work.catch((reason: unknown) => reason)
  if (error instanceof ConversationError) return error.failure
  throw new Error(`Expected a failure, got ${String(error)}`)
}

describe('a reply', () => {
  test('comes straight from the vendor: the session, its words, its end', async () => {
    const { reply, live } = page()
    const events = await reply()
    expect(events[0]).toEqual({ type: 'session', sessionId: 'session-1' })
    expect(words(events).length).toBeGreaterThan(10)
    expect(events.at(-1)).toEqual({ type: 'done', finish: 'complete' })
    expect(live).toEqual(['session-1'])
    const [request] = (await animus.state()).requests.slice(-1)
    expect(request).toMatchObject({
      path: '/v3/chat/completions',
      stream: true,
      compliance: true,
      system: 'Your name is Mira.',
    })
    // A preflight allows no other: the vendor's own SDK sends no more.
    const own = ['authorization', 'accept', 'content-type']
    const ofNode =
      /^(host|connection|user-agent|accept-.*|sec-fetch-.*|content-length|pragma|cache-control)$/
    expect(request?.headers.filter((name) => !ofNode.test(name)).sort()).toEqual(own.sort())
  })

  test('after another needs no other token, and the ledger hears of the chat once', async () => {
    const { reply, asked, live } = page()
    await reply()
    const history = [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Hi.' },
      { role: 'user', content: 'And tea?' },
    ] as const
    await reply({ sessionId: 'session-1', messages: history })
    expect(asked).toHaveLength(1)
    expect(live).toEqual(['session-1'])
    expect((await animus.state()).requests.at(-1)).toMatchObject({ messages: 4 })
  })

  test('is filtered where the vendor objects, with what followed withheld', async () => {
    const events = await page().reply({ messages: [{ role: 'user', content: 'Gore, please.' }] })
    expect(events.at(-1)).toEqual({ type: 'done', finish: 'filtered' })
  })

  test('that is left before its first word is ended at the vendor', async () => {
    await animus.pace({ wordsPerSecond: 10 })
    const { chat, request } = page()
    for await (const event of chat.reply(request(), new AbortController().signal)) {
      expect(event.type).toBe('session')
      break
    }
    await vi.waitFor(async () => expect((await animus.state()).openStreams).toBe(0))
  })

  test('that is stopped is ended at the vendor, and is no failure', async () => {
    await animus.pace({ wordsPerSecond: 10 })
    const { chat, request } = page()
    const abort = new AbortController()
    const read = async () => {
      for await (const { type } of chat.reply(request(), abort.signal)) {
        if (type === 'delta') abort.abort(new Error('stopped'))
      }
    }
    await expect(read()).rejects.toThrow('stopped')
    await vi.waitFor(async () => expect((await animus.state()).openStreams).toBe(0))
  })
})

describe('a token that the vendor does not take', () => {
  test('is replaced once, and nobody notices', async () => {
    const { reply, asked } = page({
      spoil: (token, number) => (number === 1 ? tokenFor(900) : token),
    })
    const events = await reply()
    expect(events[0]).toEqual({ type: 'session', sessionId: 'session-2' })
    expect(asked).toEqual([{ personaId: 'mira' }, { personaId: 'mira', continues: 'session-1' }])
  })

  test('twice is a failure that says so, and the next reply tries a new one', async () => {
    const { reply, asked } = page({
      spoil: (token, number) => (number <= 2 ? tokenFor(900, { org: 'foreign' }) : token),
    })
    expect(await failureOf(reply())).toEqual({ code: 'token_refused' })
    expect(asked).toHaveLength(2)
    expect(words(await reply()).length).toBeGreaterThan(10)
  })

  test('because it has died by the vendor’s clock is replaced', async () => {
    // It dies at a whole second: of two, one is left at least, also on a busy machine.
    await animus.tokenLife(3)
    const { reply, asked } = page()
    await reply()
    await new Promise((resolve) => setTimeout(resolve, 3_100))
    expect(words(await reply({ sessionId: 'session-1' })).length).toBeGreaterThan(10)
    expect(asked).toHaveLength(2)
  })
})

describe('trouble', () => {
  test.each([
    [{ status: 402 }, { code: 'vendor_out_of_credit' }],
    [{ status: 403 }, { code: 'vendor_rejected_credentials' }],
    [
      { status: 429, retryAfter: 9 },
      { code: 'vendor_busy', retryAfter: 9 },
    ],
    [{ status: 500, message: 'inner words' }, { code: 'vendor_error' }],
    [{ html: '<h1>Hello</h1>', status: 200 }, { code: 'vendor_error' }],
    [{ event: 'error', message: 'inner words' }, { code: 'vendor_error' }],
    [{ event: 'cut' }, { code: 'connection_lost' }],
    [{ event: 'huge' }, { code: 'unexpected_answer' }],
    [{ event: 'empty' }, { code: 'vendor_error' }],
  ])('such as %j is told without the vendor’s words', async (fault, failure) => {
    await animus.fault({ kind: 'chat', ...fault })
    expect(await failureOf(page().reply())).toEqual(failure)
  })

  test('with our server is told as it says, and no request reaches the vendor', async () => {
    const chat = createAnimusChat({
      mint: async () => {
        throw new ConversationError({ code: 'rate_limited', retryAfter: 60, requestId: 'r' })
      },
      live: async () => {},
    })
    const before = (await animus.state()).counters.chats
    const first = chat.reply(page().request(), new AbortController().signal)
    const failure = await failureOf(first[Symbol.asyncIterator]().next())
    expect(failure).toEqual({ code: 'rate_limited', retryAfter: 60, requestId: 'r' })
    expect((await animus.state()).counters.chats).toBe(before)
  })
})

describe('signing out', () => {
  test('ends what streams, and the next person starts with a token of their own', async () => {
    await animus.pace({ wordsPerSecond: 10 })
    const { chat, reply, request, asked } = page()
    const read = async () => {
      for await (const { type } of chat.reply(request(), new AbortController().signal)) {
        if (type === 'delta') chat.forget()
      }
    }
    expect(await failureOf(read())).toEqual({ code: 'unauthenticated' })
    await animus.calm()
    await reply()
    expect(asked).toHaveLength(2)
  })

  test('while the token is on its way: no request is sent with it', async () => {
    const { chat, request } = page()
    const before = (await animus.state()).counters.chats
    const next = chat.reply(request(), new AbortController().signal)[Symbol.asyncIterator]().next()
    chat.forget()
    expect(await failureOf(next)).toEqual({ code: 'unauthenticated' })
    expect((await animus.state()).counters.chats).toBe(before)
  })
})

test('a token follows nobody to another place', async () => {
  const moved = await vendorDouble(({ path }, response) => {
    response.writeHead(307, { Location: `/elsewhere${path}` })
    response.end()
  })
  const failure = await failureOf(page({ url: moved.url }).reply())
  expect(failure).toEqual({ code: 'offline' })
  expect(moved.received).toHaveLength(1)
  await moved.close()
})
