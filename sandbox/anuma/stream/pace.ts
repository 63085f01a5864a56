import { z } from 'zod'

export interface Pace {
  /** Until the first word, in milliseconds. */
  firstMs: number
  /** A long word counts as two. 0: everything at once. */
  wordsPerSecond: number
}

export const paceBody = z.strictObject({
  firstMs: z.number().int().min(0).max(60_000).optional(),
  wordsPerSecond: z.number().min(0).max(100_000).optional(),
})

export const ordinaryPace = (): Pace => ({ firstMs: 120, wordsPerSecond: 60 })
