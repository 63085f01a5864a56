import type { ProblemCode } from '@/lib/http/problem'

/**
 * What a status of Animus' means that is not a success. Its words are never read: a gateway in front
 * writes `{message}`, the API itself `{detail}`, and neither says more [sdk].
 */
export function codeOfStatus(status: number): ProblemCode {
  if (status === 401 || status === 403) return 'vendor_rejected_credentials'
  if (status === 402) return 'vendor_out_of_credit'
  if (status === 429 || status === 503) return 'vendor_busy'
  if (status === 408 || status === 504) return 'vendor_timeout'
  return 'vendor_error'
}
