import 'server-only'
import { cookies } from 'next/headers'
import { identityCookie, identityOf } from './identify'
import type { Identity } from './identity'

export type PageIdentity =
  | { status: 'signed-in'; identity: Identity }
  /** No valid identity token, but Privy's session may live: the browser can fetch a fresh one. */
  | { status: 'restorable' }
  | { status: 'signed-out' }
  | { status: 'forbidden' }

/** Who looks at this page, for server components. */
export async function pageIdentity(): Promise<PageIdentity> {
  const jar = await cookies()
  const token = jar.get(identityCookie)?.value
  const known = token ? await identityOf(token) : null
  if (known)
    return known.allowed
      ? { status: 'signed-in', identity: known.identity }
      : { status: 'forbidden' }
  const traces = [identityCookie, 'privy-session', 'privy-token']
  return { status: traces.some((name) => jar.has(name)) ? 'restorable' : 'signed-out' }
}
