import { Problem, type ProblemCode } from '@/lib/http/problem'
import { portalError } from './schema'

/** Names that Anuma gives to what is wrong [sdk, 3p], and what each means here. */
const meanings: readonly [names: RegExp, code: ProblemCode, detail?: string][] = [
  [/^(insufficient_balance|payment_required|billing_error)$/, 'vendor_out_of_credit'],
  [
    /^model_tier_required$/,
    'vendor_rejected_credentials',
    'The account that pays for this chat may not use the language model that is set up for it.',
  ],
  [
    /^(model_not_found|model not available)$/,
    'vendor_not_configured',
    'The language model that is set up for this chat is not there.',
  ],
  [
    /^context_length_exceeded$/,
    'payload_too_large',
    'This chat has become too long for the language model. Begin a new one.',
  ],
  [/^(unauthorized|authentication_error)$/, 'vendor_rejected_credentials'],
  [/rate_limit/, 'vendor_busy'],
  [/timeout/, 'vendor_timeout'],
]

const codes: Readonly<Record<number, ProblemCode>> = {
  401: 'vendor_rejected_credentials',
  402: 'vendor_out_of_credit',
  403: 'vendor_rejected_credentials',
  408: 'vendor_timeout',
  413: 'payload_too_large',
  429: 'vendor_busy',
  503: 'vendor_busy',
  504: 'vendor_timeout',
}

/**
 * What an error of Anuma's means: by its name where that is known, else by the status. Its own
 * words are never read.
 */
export function problemOfError(body: unknown, status = 0, retryAfter?: number): Problem {
  const parsed = portalError.safeParse(body).data
  const error = parsed?.error
  const inner = typeof error === 'object' ? error : { code: error }
  // From what is wrong to what kind of thing is wrong.
  const names = [inner.code, parsed?.code, inner.type, parsed?.type]
  const [, named, detail] = names.map(meaningOf).find((meaning) => meaning !== undefined) ?? []
  return new Problem(named ?? codes[status] ?? 'vendor_error', {
    ...(detail && { detail }),
    ...(retryAfter !== undefined && { retryAfter: Math.max(1, retryAfter) }),
    cause: new Error(reason(status, parsed?.gate)),
  })
}

const meaningOf = (name: string | null | undefined) =>
  typeof name === 'string' ? meanings.find(([pattern]) => pattern.test(name)) : undefined

/** For whoever runs this. A gate is one of the vendor's names: others than the known one stay out. */
function reason(status: number, gate: string | null | undefined): string {
  if (status === 0) return 'An error inside the stream'
  // A new app's limit for each user is $0.00, which looks just like an empty account (reference B8).
  if (gate === 'minimum') {
    return `Anuma answered ${status}: the app's balance, or its limit for each user, is below the least that a reply needs`
  }
  return `Anuma answered ${status}`
}
