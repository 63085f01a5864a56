import type { ErrorCode } from '@anam-ai/js-sdk'
import { ConversationError, type FailureCode } from '@/lib/conversation/failure'

/** The SDK's errors at the start of a session (`/v1/engine/session`) in our words. */
const codes: Record<`${ErrorCode}`, FailureCode> = {
  CLIENT_ERROR_CODE_USAGE_LIMIT_REACHED: 'vendor_out_of_credit',
  CLIENT_ERROR_CODE_SPEND_CAP_REACHED: 'vendor_out_of_credit',
  CLIENT_ERROR_CODE_NO_PLAN_FOUND: 'vendor_out_of_credit',
  CLIENT_ERROR_CODE_VALIDATION_ERROR: 'vendor_error',
  // Our key has minted the token a moment ago: what is refused is the token.
  CLIENT_ERROR_CODE_AUTHENTICATION_ERROR: 'token_refused',
  CLIENT_ERROR_CODE_SERVER_ERROR: 'vendor_error',
  CLIENT_ERROR_CODE_MAX_CONCURRENT_SESSIONS_REACHED: 'vendor_busy',
  CLIENT_ERROR_CODE_SERVICE_BUSY: 'vendor_busy',
  CLIENT_ERROR_CODE_UNKNOWN_ERROR: 'vendor_error',
  CLIENT_ERROR_CODE_CONFIGURATION_ERROR: 'vendor_error',
}

const isCode = (code: unknown): code is keyof typeof codes =>
  typeof code === 'string' && code in codes

/** Any error of the SDK as the one that a transport throws. */
export function startError(error: unknown): ConversationError {
  if (error instanceof ConversationError) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return new ConversationError(
    { code: isCode(code) ? codes[code] : 'connection_failed' },
    { cause: error },
  )
}

/**
 * `createClient` reports a token that it cannot read to api.anam.ai, even with metrics off and
 * another base URL: its options are applied after the check. So the token is read here first.
 */
export function checkToken(token: string): void {
  try {
    const payload = token.split('.')[1] ?? ''
    const claims: unknown = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')))
    if (typeof claims === 'object' && claims !== null) {
      const isLegacy = 'type' in claims && String(claims.type).toLowerCase() === 'legacy'
      if (!isLegacy) return
    }
  } catch {}
  throw new ConversationError({ code: 'unexpected_answer' })
}
