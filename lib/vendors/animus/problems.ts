import 'server-only'
import { Problem } from '@/lib/http/problem'
import { FetchFailure, retryAfterSeconds } from '@/lib/http/retrying-fetch'

/**
 * What an answer of Animus' that is not a success means for whoever asked us. Its words are never
 * read: a gateway in front writes `{message}`, the API itself `{detail}`, and neither says more.
 */
export function problemOf({ status, headers }: Pick<Response, 'status' | 'headers'>): Problem {
  const cause = new Error(`Animus answered ${status}`)
  if (status === 401 || status === 403) return new Problem('vendor_rejected_credentials', { cause })
  if (status === 402) return new Problem('vendor_out_of_credit', { cause })
  if (status === 429 || status === 503) {
    const asked = retryAfterSeconds(headers)
    return new Problem('vendor_busy', {
      ...(asked !== undefined && { retryAfter: Math.max(1, asked) }),
      cause,
    })
  }
  if (status === 408 || status === 504) return new Problem('vendor_timeout', { cause })
  return new Problem('vendor_error', { cause })
}

/** What it means that no answer came. */
export function problemOfFailure(error: unknown): Problem {
  const timedOut = error instanceof FetchFailure && error.reason === 'timeout'
  return new Problem(timedOut ? 'vendor_timeout' : 'vendor_error', { cause: error })
}
