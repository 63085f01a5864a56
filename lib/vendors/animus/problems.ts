import 'server-only'
import { Problem } from '@/lib/http/problem'
import { FetchFailure, retryAfterSeconds } from '@/lib/http/retrying-fetch'
import { codeOfStatus } from './status'

/** What an answer of Animus' that is not a success means for whoever asked us. */
export function problemOf({ status, headers }: Pick<Response, 'status' | 'headers'>): Problem {
  const code = codeOfStatus(status)
  const asked = code === 'vendor_busy' ? retryAfterSeconds(headers) : undefined
  return new Problem(code, {
    ...(asked !== undefined && { retryAfter: Math.max(1, asked) }),
    cause: new Error(`Animus answered ${status}`),
  })
}

/** What it means that no answer came. */
export function problemOfFailure(error: unknown): Problem {
  const timedOut = error instanceof FetchFailure && error.reason === 'timeout'
  return new Problem(timedOut ? 'vendor_timeout' : 'vendor_error', { cause: error })
}
