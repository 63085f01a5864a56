import { createGrants, type GrantRequest } from '@/lib/chat/grants'
import type { PersonaGrant } from './token-grant'

export interface TokenProviderOptions {
  mint: (request: GrantRequest, signal: AbortSignal) => Promise<PersonaGrant>
  now?: () => number
}

/** As the vendor's SDK does. Milliseconds. */
const beforeExpiryMs = 60_000

/** Holds Animus' token for this page, and what it needs to speak for a persona with it. */
export const createTokenProvider = ({ mint, now = Date.now }: TokenProviderOptions) =>
  createGrants({ mint, now, staleAt })

/**
 * A minute before the token's end, or later where it lives for minutes only: else each reply would
 * cost a token. Where this browser's clock says that it has died already, the clock is wrong: then
 * only the vendor can tell.
 */
function staleAt({ expiresAt }: PersonaGrant, now: number): number {
  const end = Date.parse(expiresAt)
  const life = end - now
  return life > 0 ? end - Math.min(beforeExpiryMs, life / 4) : Number.POSITIVE_INFINITY
}
