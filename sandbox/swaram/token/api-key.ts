import { createHash, timingSafeEqual } from 'node:crypto'

/** Clearly no key of the vendor's. */
export const API_KEY = 'swaram_sandbox_local_key'

const digest = (text: string) => createHash('sha256').update(text).digest()
const expected = digest(API_KEY)

export const isApiKey = (given: string) => timingSafeEqual(digest(given), expected)

/** What follows `Bearer`; undefined without it. */
export const bearerOf = (authorization: string | undefined): string | undefined =>
  authorization?.match(/^Bearer (\S+)$/i)?.[1]
