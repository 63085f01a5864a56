import type { Failure } from '@/lib/conversation/failure'

/** Where the plan's connections are all in use, asking again at once would not help. Seconds. */
const untilAnotherEnds = 60

/** Why a socket was closed, by the codes of Swaram's documentation (reference A3). */
export function failureOf(code: number): Failure | undefined {
  switch (code) {
    case 4001:
      // The key has minted the token a moment ago: what is refused is the token.
      return { code: 'token_refused' }
    case 4003:
      return { code: 'vendor_out_of_credit' }
    case 4008:
      return { code: 'vendor_busy', retryAfter: untilAnotherEnds }
    case 1013:
      return { code: 'vendor_busy' }
    default:
      return undefined
  }
}

/** The session is over, and nothing is wrong: the other end has closed it in due form. */
export const isOrdinaryEnd = (code: number) => code === 1000
