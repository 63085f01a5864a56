/** What the rest of the app asks of Privy. Everything else in its SDK stays unused. */
export interface PrivyApi {
  isSignedIn: boolean
  sendCode(email: string): Promise<void>
  /** Signs in. A guest becomes the account of that address, with all they made. */
  verifyCode(code: string): Promise<void>
  signInAsGuest(): Promise<void>
  /** A fresh identity token; refreshes the session when needed. Null: switched off, or nobody is signed in. */
  identityToken(): Promise<string | null>
  signOut(): Promise<void>
}

/** Every way in which signing in goes wrong; the words for each are in `copy.ts`. */
export type AuthFailure =
  | 'unreachable'
  | 'misconfigured'
  | 'wrong-code'
  | 'bad-email'
  | 'email-taken'
  | 'too-many'
  | 'guests-off'
  | 'tokens-off'
  | 'not-accepted'
  | 'signed-out'

export class AuthError extends Error {
  constructor(
    readonly failure: AuthFailure,
    cause?: unknown,
  ) {
    super(failure, { cause })
    this.name = 'AuthError'
  }
}

/** `@privy-io/api-base` lists the codes. */
const failureOfCode: Record<string, AuthFailure> = {
  invalid_credentials: 'wrong-code',
  invalid_data: 'bad-email',
  linked_to_another_user: 'email-taken',
  too_many_requests: 'too-many',
  missing_or_invalid_token: 'signed-out',
  disallowed_login_method: 'guests-off',
  allowlist_rejected: 'not-accepted',
}

/** Read by hand: the landing page's button needs this file, and zod would be most of its script. */
function codesOf(error: unknown): unknown[] {
  if (!(error instanceof Error)) return []
  return ['privyErrorCode' in error && error.privyErrorCode, 'code' in error && error.code]
}

/** Names what an SDK call threw. What Privy did not say counts as not reached. */
export function toAuthError(error: unknown): AuthError {
  if (error instanceof AuthError) return error
  const code = codesOf(error).find(
    (one) => typeof one === 'string' && Object.hasOwn(failureOfCode, one),
  )
  const failure = typeof code === 'string' ? failureOfCode[code] : undefined
  const isTooMany = error instanceof Error && 'status' in error && error.status === 429
  if (!failure && isTooMany) return new AuthError('too-many', error)
  return new AuthError(failure ?? 'unreachable', error)
}
