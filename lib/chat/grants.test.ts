import { describe, expect, test } from 'vitest'
import { ConversationError } from '@/lib/conversation/failure'
import { createGrants, type Wanted } from './grants'

const minute = 60_000
const mira: Wanted = { personaId: 'mira' }
const never = new AbortController().signal

/** A server that hands out numbered grants, when it is told to, and a clock that is set by hand. */
function setUp() {
  let now = 0
  const asked: { wanted: object; signal: AbortSignal }[] = []
  const waiting: (() => void)[] = []
  let holding = false
  const grants = createGrants<{ token: string; sessionId: string }>({
    now: () => now,
    staleAt: (_, now) => now + 10 * minute,
    async mint(wanted, signal) {
      const number = asked.push({ wanted, signal })
      if (holding) await new Promise<void>((resolve) => waiting.push(resolve))
      return { token: `token-${number}`, sessionId: `session-${number}` }
    },
  })
  return {
    grants,
    asked,
    get: (wanted: Wanted = mira, signal = never) => grants.get(wanted, signal),
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

describe('a grant', () => {
  test('serves every reply of its chat until it is stale', async () => {
    const { get, asked, pass } = setUp()
    const { token, sessionId } = await get()
    pass(10 * minute - 1)
    expect((await get({ ...mira, sessionId })).token).toBe(token)
    pass(1)
    const next = await get({ ...mira, sessionId })
    expect(next.token).toBe('token-2')
    expect(asked[1]?.wanted).toEqual({ personaId: 'mira', continues: sessionId })
  })

  test('is asked for once, however many replies want it', async () => {
    const { get, asked, hold, release } = setUp()
    hold()
    const grants = [get(), get(), get()]
    release()
    const tokens = (await Promise.all(grants)).map(({ token }) => token)
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
    expect((await get({ ...other, sessionId })).token).toBe('token-2')
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

describe('a grant that the vendor refuses', () => {
  test('is replaced once for all the replies that were refused with it', async () => {
    const { get, asked, grants } = setUp()
    const grant = await get()
    const { sessionId } = grant
    grants.refuse(grant)
    const [first] = await Promise.all([get({ ...mira, sessionId }), get({ ...mira, sessionId })])
    // The second of two replies hears of the refusal after the first has got the next token.
    grants.refuse(grant)
    expect(await get({ ...mira, sessionId: first.sessionId })).toBe(first)
    expect(asked).toHaveLength(2)
  })
})

describe('a failed request', () => {
  test('fails for whoever waited, and the next one asks again', async () => {
    let calls = 0
    const grants = createGrants<{ sessionId: string }>({
      staleAt: () => 0,
      async mint() {
        calls++
        throw new ConversationError({ code: 'rate_limited', retryAfter: 60 })
      },
    })
    const both = await Promise.allSettled([grants.get(mira, never), grants.get(mira, never)])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(grants.get(mira, never)).rejects.toMatchObject({
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
    expect((await stays).token).toBe('token-1')
    expect(asked[0]?.signal.aborted).toBe(false)
  })
})

describe('signing out', () => {
  test('leaves nothing behind', async () => {
    const { get, grants } = setUp()
    const { sessionId } = await get()
    const signal = grants.signedIn()
    grants.forget()
    expect(signal.aborted).toBe(true)
    expect((await get({ ...mira, sessionId })).token).toBe('token-2')
  })

  test('while one is asked for: its answer comes to nothing, whoever signs in next', async () => {
    const { get, grants, hold, release, asked } = setUp()
    hold()
    const ofAda = get()
    grants.forget()
    const ofBob = get()
    release()
    await expect(ofAda).rejects.toMatchObject({ failure: { code: 'unauthenticated' } })
    expect(asked[0]?.signal.aborted).toBe(true)
    const grant = await ofBob
    expect(grant.token).toBe('token-2')
    expect(await get({ ...mira, sessionId: grant.sessionId })).toBe(grant)
  })
})
