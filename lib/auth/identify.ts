import 'server-only'
import { env } from '@/lib/env'
import { Problem } from '@/lib/http/problem'
import { isAllowed } from './access-policy'
import type { Identity } from './identity'
import { verifyIdentityToken } from './identity-token'
import { isSameOrigin } from './same-origin'

export const identityCookie = 'privy-id-token'

const bearer = (header: string | null) => header?.match(/^Bearer\s+(\S+)$/i)?.[1]

function cookieOf(header: string | null, name: string): string | undefined {
  const pair = header?.split(/;\s*/).find((part) => part.startsWith(`${name}=`))
  return pair?.slice(name.length + 1) || undefined
}

/** The token of a request: a header we set ourselves, or the cookie on requests from our own pages. */
function tokenOf(request: Request): string | undefined {
  const { headers } = request
  const explicit = headers.get('privy-id-token') ?? bearer(headers.get('authorization'))
  if (explicit) return explicit
  const cookie = cookieOf(headers.get('cookie'), identityCookie)
  if (cookie && !isSameOrigin(headers, request.url, env().APP_URL)) throw new Problem('cross_site')
  return cookie
}

/** Verifies a token and applies the access policy, both as configured. Null: not a valid token. */
export async function identityOf(
  token: string,
): Promise<{ identity: Identity; allowed: boolean } | null> {
  const { PRIVY_APP_ID: appId = '', PRIVY_VERIFICATION_KEY: verificationKey = '', ...rest } = env()
  const identity = await verifyIdentityToken(token, { appId, verificationKey })
  if (!identity) return null
  const policy = { emails: rest.ACCESS_EMAILS, domains: rest.ACCESS_DOMAINS }
  return { identity, allowed: isAllowed(identity, policy) }
}

/** Who sends this request. Throws `unauthenticated`, `forbidden` or `cross_site`. */
export async function identify(request: Request): Promise<Identity> {
  const token = tokenOf(request)
  const known = token ? await identityOf(token) : null
  if (!known) throw new Problem('unauthenticated', { detail: 'Sign in, then try again.' })
  if (!known.allowed) {
    throw new Problem('forbidden', { detail: 'This account may not use this app.' })
  }
  return known.identity
}
