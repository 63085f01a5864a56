import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ChatEvent } from '@/lib/chat/chat-source'
import type { GrantRequest } from '@/lib/chat/grants'
import { ConversationError } from '@/lib/conversation/failure'
import { identityEnv, identityToken } from '@/lib/http/testing/signed-identity'
import { vendorDouble } from '@/lib/http/testing/vendor-double'
import { startAnuma } from '@/sandbox/anuma/start'
import { createDirectChat } from './direct-chat'

const anuma = await startAnuma({
  port: 0,
  userKey: identityEnv.PRIVY_VERIFICATION_KEY,
  privyAppId: identityEnv.PRIVY_APP_ID,
  pace: { firstMs: 0, wordsPerSecond: 0 },
})
afterAll(() => anuma.close())

const control = (path: string, body?: unknown) =>
  fetch(`${anuma.url}/__sandbox/${path}`, {
    method: body === undefined ? 'DELETE' : 'POST',
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    }),
  })
const fault = (what: object) => control('faults', { kind: 'chat', ...what })
const atVendor = async () => (await fetch(`${anuma.url}/__sandbox/state`)).json()

beforeEach(async () => {
  await control('faults')
  await control('pace', { firstMs: 0, wordsPerSecond: 0 })
})

/** A page whose visitor has these identity tokens, one after another as each is renewed. */
function page(tokens: (string | undefined)[], { url = anuma.url } = {}) {
  const asked: GrantRequest[] = []
  const live: string[] = []
  let at = 0
  const chat = createDirectChat({
    async mint(request) {
      const sessionId = `session-${asked.push(request)}`
      const model = anuma.env.ANUMA_MODEL ?? ''
      return { url, model, instructions: 'Your name is Mira.', sessionId }
    },
    async identity(how) {
      if (how?.renew) at++
      return tokens[at]
    },
    async live(sessionId) {
      live.push(sessionId)
    },
  })
  const reply = async (content = 'Tell me about tea.', sessionId?: string) => {
    const events: ChatEvent[] = []
    const request = {
      personaId: 'mira',
      messages: [{ role: 'user', content }],
      ...(sessionId && { sessionId }),
    } as const
    for await (const event of chat.reply(request, new AbortController().signal)) events.push(event)
    return events
  }
  return { chat, reply, asked, live }
}

const words = (events: ChatEvent[]) =>
  events.map((event) => (event.type === 'delta' ? event.text : '')).join('')

const failureOf = async (work: Promise<unknown>) => {
  const error = await work.catch((reason: unknown) => reason)
  if (error instanceof ConversationError) return error.failure
  throw new Error(`Expected a failure, got ${String(error)}`)
}

describe('a reply that the visitor pays', () => {
  test('is asked for with their identity, and with no key', async () => {
    const { reply, asked, live } = page([await identityToken()])
    const events = await reply()
    expect(events[0]).toEqual({ type: 'session', sessionId: 'session-1' })
    expect(words(events).length).toBeGreaterThan(10)
    expect(events.at(-1)).toEqual({ type: 'done', finish: 'complete' })
    await reply('And milk?', 'session-1')
    expect(asked).toEqual([{ personaId: 'mira' }])
    expect(live).toEqual(['session-1'])
    const { requests } = await atVendor()
    const request = requests.at(-1)
    expect(request).toMatchObject({
      payer: 'user',
      toolChoice: 'none',
      system: 'Your name is Mira.',
    })
    expect(request.headers).not.toContain('x-api-key')
    // A preflight allows no other.
    const own = ['authorization', 'accept', 'content-type', 'x-anuma-stream-format']
    const ofNode =
      /^(host|connection|user-agent|accept-.*|sec-fetch-.*|content-length|pragma|cache-control)$/
    const sent = request.headers.filter((name: string) => !ofNode.test(name))
    expect(sent.sort()).toEqual(own.sort())
  })

  test('renews an identity that has expired once, and nobody notices', async () => {
    const { reply } = page([await identityToken({ expiresIn: -60 }), await identityToken()])
    expect(words(await reply()).length).toBeGreaterThan(10)
  })

  test.each([
    [
      'expired ones only',
      () => [identityToken({ expiresIn: -60 }), identityToken({ expiresIn: -9 })],
    ],
    ['a key in its place', () => [anuma.env.ANUMA_API_KEY, anuma.env.ANUMA_API_KEY]],
    ['one that nobody signed', () => ['e30.e30.c2ln', 'e30.e30.c2ln']],
  ])('is refused for %s', async (_, tokens) => {
    const { reply } = page(await Promise.all(tokens()))
    expect(await failureOf(reply())).toEqual({ code: 'token_refused' })
  })

  test('follows nobody to another place', async () => {
    const moved = await vendorDouble(({ path }, response) => {
      response.writeHead(307, { Location: `/elsewhere${path}` })
      response.end()
    })
    const { reply } = page([await identityToken()], { url: moved.url })
    expect(await failureOf(reply())).toEqual({ code: 'offline' })
    expect(moved.received).toHaveLength(1)
    await moved.close()
  })

  test('is not asked for while nobody is signed in', async () => {
    const before = (await atVendor()).requests.length
    expect(await failureOf(page([undefined]).reply())).toEqual({ code: 'unauthenticated' })
    expect((await atVendor()).requests).toHaveLength(before)
  })
})

describe('trouble', () => {
  test.each([
    [{ code: 'insufficient_balance', gate: 'minimum' }, { code: 'own_credit_used' }],
    [{ code: 'insufficient_balance', gate: 'cap' }, { code: 'own_credit_used' }],
    [{ code: 'model_tier_required' }, { code: 'own_plan_too_small' }],
    [{ status: 429 }, { code: 'vendor_busy' }],
    [{ status: 500 }, { code: 'vendor_error' }],
    [{ html: '<h1>Hello</h1>', status: 200 }, { code: 'vendor_error' }],
    [{ event: 'error' }, { code: expect.stringMatching(/^vendor_/) }],
    [{ event: 'cut' }, { code: 'connection_lost' }],
    [{ event: 'huge' }, { code: 'unexpected_answer' }],
  ])('such as %j is told as what it is for the visitor', async (what, failure) => {
    await fault(what)
    // A cut must not overtake the words before it.
    await control('pace', { firstMs: 0, wordsPerSecond: 100 })
    const told = await failureOf(page([await identityToken()]).reply())
    expect(told).toMatchObject(failure)
  })
})

test('signing out ends what streams, and nothing is sent for whoever has left', async () => {
  await control('pace', { firstMs: 0, wordsPerSecond: 10 })
  const { chat, asked, reply } = page([await identityToken()])
  const request = { personaId: 'mira', messages: [{ role: 'user', content: 'A story' }] } as const
  const read = async () => {
    for await (const { type } of chat.reply(request, new AbortController().signal)) {
      if (type === 'delta') chat.forget()
    }
  }
  expect(await failureOf(read())).toEqual({ code: 'unauthenticated' })
  await vi.waitFor(async () => expect((await atVendor()).openStreams).toBe(0))
  await control('pace', { firstMs: 0, wordsPerSecond: 0 })
  await reply()
  expect(asked).toHaveLength(2)
})
