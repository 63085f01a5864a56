import { z } from 'zod'

/**
 * Documentation and SDK disagree about the token's answer, and about thoughts and violations in a
 * stream. `docs` and `sdk` are one each; `both` is a superset.
 */
const DIALECTS = ['docs', 'sdk', 'both'] as const

/** What tests change while the stand-in runs. */
export interface Settings {
  dialect: (typeof DIALECTS)[number]
  /** How long a token is valid, in seconds. */
  tokenSeconds: number
  /** Until the first word, in milliseconds. */
  firstMs: number
  /** A long word counts as two. 0: everything at once. */
  wordsPerSecond: number
  /** Chat requests a minute; the free plan has 10 [doc], which a newcomer would soon reach. */
  requestsPerMinute: number
}

export const ordinarySettings = (): Settings => ({
  dialect: 'both',
  tokenSeconds: 15 * 60,
  firstMs: 120,
  wordsPerSecond: 60,
  requestsPerMinute: 100_000,
})

export const paceBody = z.strictObject({
  firstMs: z.number().int().min(0).max(60_000).optional(),
  wordsPerSecond: z.number().min(0).max(100_000).optional(),
})
export const dialectBody = z.strictObject({ dialect: z.enum(DIALECTS) })
export const tokenLifeBody = z.strictObject({ seconds: z.number().int().min(1).max(86_400) })
export const limitBody = z.strictObject({ requestsPerMinute: z.number().int().min(0) })
