import 'server-only'
import { Problem } from '@/lib/http/problem'
import { type FetchFailure, retryAfterSeconds, type TextResponse } from '@/lib/http/retrying-fetch'
import { failureBody } from './schema'

const isAboutMoney = (words: string) => /credit|quota|balance|billing|payment/i.test(words)

/** What an answer of Swaram's that is not a success means for whoever asked us. */
export function problemOf({ status, headers, text }: TextResponse): Problem {
  const cause = new Error(`Swaram answered ${status}`)
  // Never passed on as a 401: the visitor is signed in, it is our key that is not.
  if (status === 402 || (status >= 400 && status < 500 && isAboutMoney(codesIn(text)))) {
    return new Problem('vendor_out_of_credit', { cause })
  }
  if (status === 401 || status === 403) return new Problem('vendor_rejected_credentials', { cause })
  if (status === 429 || status === 503) {
    const asked = retryAfterSeconds(headers)
    const retryAfter = asked === undefined ? undefined : Math.max(1, asked)
    return new Problem('vendor_busy', { ...(retryAfter && { retryAfter }), cause })
  }
  if (status === 408 || status === 504) return new Problem('vendor_timeout', { cause })
  return new Problem('vendor_error', { cause })
}

/** What it means that no answer came. */
export function problemOfFailure(error: FetchFailure): Problem {
  const code = error.reason === 'timeout' ? 'vendor_timeout' : 'vendor_error'
  return new Problem(code, { cause: error })
}

/** The names of a failure, without its words. */
function codesIn(text: string): string {
  try {
    const { error } = failureBody.parse(JSON.parse(text.slice(0, 10_000)))
    return `${error.type ?? ''} ${error.code ?? ''}`
  } catch {
    return ''
  }
}
