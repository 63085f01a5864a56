import { expect, test } from 'vitest'
import { createTokenProvider } from './token-provider'

const minute = 60_000
const never = new AbortController().signal

/** A server whose tokens live for `life`, and a browser whose clock is off by `skew`. */
function setUp({ life, skew = 0 }: { life: number; skew?: number }) {
  let now = Date.parse('2026-11-23T10:00:00Z')
  let minted = 0
  const provider = createTokenProvider({
    now: () => now + skew,
    async mint() {
      const accessToken = `token-${++minted}`
      return {
        accessToken,
        expiresAt: new Date(now + life).toISOString(),
        animus: { token: accessToken },
        apiBaseUrl: 'http://localhost:1',
        sessionId: 'session',
        model: 'm',
        instructions: 'Be kind.',
      }
    },
  })
  /** How many tokens were asked for when a reply wants one at this moment of the chat. */
  return async (at: number) => {
    now = Date.parse('2026-11-23T10:00:00Z') + at
    await provider.get({ personaId: 'mira', ...(at > 0 && { sessionId: 'session' }) }, never)
    return minted
  }
}

test('a token is replaced a minute before it expires', async () => {
  const mintedAt = setUp({ life: 15 * minute })
  expect(await mintedAt(0)).toBe(1)
  expect(await mintedAt(14 * minute - 1)).toBe(1)
  expect(await mintedAt(14 * minute)).toBe(2)
})

test('a token that lives for a minute only still serves more than one reply', async () => {
  const mintedAt = setUp({ life: minute })
  expect(await mintedAt(0)).toBe(1)
  expect(await mintedAt(44_000)).toBe(1)
  expect(await mintedAt(45_000)).toBe(2)
})

test('no token is asked for again and again where this clock is an hour ahead', async () => {
  const mintedAt = setUp({ life: 15 * minute, skew: 60 * minute })
  expect(await mintedAt(0)).toBe(1)
  expect(await mintedAt(5 * minute)).toBe(1)
})
