import { describe, expect, test } from 'vitest'
import { ConversationError } from '@/lib/conversation/failure'
import type { PersonaGrant } from './token-grant'
import { createTokenProvider, type Wanted } from './token-provider'

const minute = 60_000
const mira: Wanted = { personaId: 'mira' }
const never = new AbortController().signal

/** A server that hands out numbered tokens, when it is told to, and a clock that is set by hand. */
function setUp({ life = 15 * minute, skew = 0 } = {}) {
  let now = Date.parse('2026-11-23T10:00:00Z')
  const asked: { wanted: object; signal: AbortSignal }[] = []
  const waiting: (() => void)[] = []
  let holding = false
  const provider = createTokenProvider({
    now: () => now + skew,
    async mint(wanted, signal) {
      const number = asked.push({ wanted, signal })
      if (holding) await new Promise<void>((resolve) => waiting.push(resolve))
      const accessToken = `token-${number}`
      return {
        accessToken,
        expiresAt: new Date(now + life).toISOString(),
        animus: { token: accessToken },
        apiBaseUrl: 'http://localhost:1',
        sessionId: `session-${number}`,
        model: 'm',
        instructions: 'Be kind.',
      } satisfies PersonaGrant
    },
  })
  return {
    provider,
    asked,
    get: (wanted: Wanted = mira, signal = never) => provider.get(wanted, signal),
    pass: (ms: number) => {
      now += ms
    },
    hold: () => {
      holding = true
    },
    release: () => {
      holding = false
      for (const go of waiting.splice(0)) go()
    },
  }
}

describe('a token', () => {
  test('serves every reply of its chat until a minute before it expires', async () => {
    const { get, asked, pass } = setUp()
    const { accessToken, sessionId } = await get()
    pass(14 * minute - 1)
    expect((await get({ ...mira, sessionId })).accessToken).toBe(accessToken)
    pass(1)
    const next = await get({ ...mira, sessionId })
    expect(next.accessToken).toBe('token-2')
    expect(asked[1]?.wanted).toEqual({ personaId: 'mira', continues: sessionId })
  })

  test('that lives for a minute only still serves more than one reply', async () => {
    const { get, asked, pass } = setUp({ life: minute })
    const { sessionId } = await get()
    pass(44_000)
    await get({ ...mira, sessionId })
    expect(asked).toHaveLength(1)
    pass(1_000)
    await get({ ...mira, sessionId })
    expect(asked).toHaveLength(2)
  })

  test('is not asked for again and again where this clock is an hour ahead', async () => {
    const { get, asked, pass } = setUp({ skew: 60 * minute })
    const { sessionId } = await get()
    pass(5 * minute)
    await get({ ...mira, sessionId })
    expect(asked).toHaveLength(1)
  })

  test('is asked for once, however many replies want it', async () => {
    const { get, asked, hold, release } = setUp()
    hold()
    const grants = [get(), get(), get()]
    release()
    const tokens = (await Promise.all(grants)).map(({ accessToken }) => accessToken)
    expect(tokens).toEqual(['token-1', 'token-1', 'token-1'])
    expect(asked).toHaveLength(1)
  })

  test.each([
    ['another persona', { personaId: 'kenji' }],
    ['a draft', { personaId: 'mira', draft: true }],
    ['another context', { personaId: 'mira', context: 'training' }],
    ['other metadata', { personaId: 'mira', metadata: { topic: 'tea' } }],
  ] as const)('of one chat is not used for %s', async (_, other) => {
    const { get } = setUp()
    const { sessionId } = await get()
    expect((await get({ ...other, sessionId })).accessToken).toBe('token-2')
  })

  test('of one chat is not used for the next one, which has a session of its own', async () => {
    const { get, asked } = setUp()
    await get()
    expect((await get()).sessionId).toBe('session-2')
    expect(asked[1]?.wanted).toEqual({ personaId: 'mira' })
  })

  test('carries on the chat that a reloaded page remembers', async () => {
    const { get, asked } = setUp()
    await get({ ...mira, sessionId: 'before' })
    expect(asked[0]?.wanted).toEqual({ personaId: 'mira', continues: 'before' })
  })
})

describe('a token that the vendor refuses', () => {
  test('is replaced once for all the replies that were refused with it', async () => {
    const { get, asked, provider } = setUp()
    const grant = await get()
    const { sessionId } = grant
    provider.refuse(grant)
    const [first] = await Promise.all([get({ ...mira, sessionId }), get({ ...mira, sessionId })])
    // The second of two replies hears of the refusal after the first has got the next token.
    provider.refuse(grant)
    expect(await get({ ...mira, sessionId: first.sessionId })).toBe(first)
    expect(asked).toHaveLength(2)
  })
})

describe('a failed request', () => {
  test('fails for whoever waited, and the next one asks again', async () => {
    let calls = 0
    const provider = createTokenProvider({
      async mint() {
        calls++
        throw new ConversationError({ code: 'rate_limited', retryAfter: 60 })
      },
    })
    const both = await Promise.allSettled([provider.get(mira, never), provider.get(mira, never)])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(provider.get(mira, never)).rejects.toMatchObject({
      failure: { code: 'rate_limited', retryAfter: 60 },
    })
    expect(calls).toBe(2)
  })

  test('leaving ends one wait and not that of the others', async () => {
    const { get, hold, release, asked } = setUp()
    hold()
    const abort = new AbortController()
    const left = get(mira, abort.signal)
    const stays = get()
    abort.abort(new Error('left'))
    await expect(left).rejects.toThrow('left')
    release()
    expect((await stays).accessToken).toBe('token-1')
    expect(asked[0]?.signal.aborted).toBe(false)
  })
})

describe('signing out', () => {
  test('leaves no token behind', async () => {
    const { get, provider } = setUp()
    const { sessionId } = await get()
    const signal = provider.signedIn()
    provider.forget()
    expect(signal.aborted).toBe(true)
    expect((await get({ ...mira, sessionId })).accessToken).toBe('token-2')
  })

  test('while a token is asked for: its answer comes to nothing, whoever signs in next', async () => {
    const { get, provider, hold, release, asked } = setUp()
    hold()
    const ofAda = get()
    provider.forget()
    const ofBob = get()
    release()
    await expect(ofAda).rejects.toMatchObject({ failure: { code: 'unauthenticated' } })
    expect(asked[0]?.signal.aborted).toBe(true)
    const grant = await ofBob
    expect(grant.accessToken).toBe('token-2')
    expect(await get({ ...mira, sessionId: grant.sessionId })).toBe(grant)
  })
})
