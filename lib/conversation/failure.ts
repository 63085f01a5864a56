import { type ProblemCode, problemStatus } from '@/lib/http/problem'

/** What can go wrong on this side of the wire, beside the problems that the server names. */
export const localFailures = [
  'offline',
  'mint_timeout',
  'unexpected_answer',
  /** The vendor does not take the token: it has expired, or was used before. */
  'token_refused',
  /** Where visitors pay a vendor themselves: their balance does not cover it. */
  'own_credit_used',
  /** The same, with their plan and what it includes. */
  'own_plan_too_small',
  'browser_unsupported',
  /** The visitor cannot be heard, and this way of talking takes nothing else. */
  'microphone_needed',
  'connect_timeout',
  'no_first_frame',
  'connection_failed',
  'connection_lost',
] as const

export type FailureCode = ProblemCode | (typeof localFailures)[number]

export const failureCodes: readonly FailureCode[] = [
  ...Object.keys(problemStatus).filter((code): code is ProblemCode => code in problemStatus),
  ...localFailures,
]

const recoverable: readonly FailureCode[] = [
  'internal',
  'too_many_sessions',
  'vendor_error',
  'vendor_busy',
  'vendor_timeout',
  'offline',
  'mint_timeout',
  'token_refused',
  'connect_timeout',
  'no_first_frame',
  'connection_failed',
  'connection_lost',
]

/** Trying again in a moment would end the same way. */
export const cannotRecover = (code: FailureCode) => !recoverable.includes(code)

/** A failure as the stage shows it. */
export interface Failure {
  code: FailureCode
  /** Names the request in the server's log; absent for failures that never reached it. */
  requestId?: string | undefined
  /** Seconds until another try can succeed, where the server knows it. */
  retryAfter?: number | undefined
}

/** The one error that a transport throws on purpose. */
export class ConversationError extends Error {
  constructor(
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    super(failure.code, options)
    this.name = 'ConversationError'
  }
}

/** The failure inside an error; anything unforeseen becomes `fallback`. */
export function failureOf(error: unknown, fallback: FailureCode): Failure {
  return error instanceof ConversationError ? error.failure : { code: fallback }
}
