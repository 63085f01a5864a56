import { z } from 'zod'

const claims = z.object({ exp: z.number() })

/** When a token dies, in Unix seconds, as it says itself; 0 when it does not. Never a reason to trust it. */
export function tokenExpiry(token: string): number {
  try {
    const payload = token.split('.')[1] ?? ''
    const json = atob(payload.replaceAll('-', '+').replaceAll('_', '/'))
    return claims.parse(JSON.parse(json)).exp
  } catch {
    return 0
  }
}
