import 'server-only'
import { Problem } from '@/lib/http/problem'
import { FetchFailure, retryAfterSeconds, type TextResponse } from '@/lib/http/retrying-fetch'

/** Anam says in words which limit a 429 is about (`error`: "Spend cap reached" and the like). */
const isAboutMoney = (text: string) => /spend cap|usage limit|no plan|credit|quota/i.test(text)

/** What an answer of Anam's that is not a success means for whoever asked us. */
export function problemOf({ status, headers, text }: TextResponse): Problem {
  const cause = new Error(`Anam answered ${status}`)
  if (status === 401 || status === 403) return new Problem('vendor_rejected_credentials', { cause })
  if (status === 402 || (status === 429 && isAboutMoney(text.slice(0, 2_000)))) {
    return new Problem('vendor_out_of_credit', { cause })
  }
  if (status === 429 || status === 503) {
    const asked = retryAfterSeconds(headers)
    const retryAfter = asked === undefined ? undefined : Math.max(1, asked)
    return new Problem('vendor_busy', { ...(retryAfter && { retryAfter }), cause })
  }
  if (status === 408 || status === 504) return new Problem('vendor_timeout', { cause })
  return new Problem('vendor_error', { cause })
}

/** What it means that no answer came. */
export function problemOfFailure(error: unknown): Problem {
  const timedOut = error instanceof FetchFailure && error.reason === 'timeout'
  return new Problem(timedOut ? 'vendor_timeout' : 'vendor_error', { cause: error })
}
