/** Fetches a fresh identity token from Privy, loading its code when needed. Null: nobody is signed in. */
export type Refresher = () => Promise<string | null>

let refresher: Refresher | undefined
let refreshing: Promise<string | null> | undefined
let token: string | undefined
/** How often somebody has signed out on this page: an answer from before is of nobody any more. */
let departures = 0

/** Registers how to refresh; returns how to undo it. */
export function registerRefresher(next: Refresher): () => void {
  refresher = next
  return () => {
    if (refresher === next) refresher = undefined
  }
}

/** A token that was renewed elsewhere; the cookie holds it too where the browser keeps one. */
export function keepToken(fresh: string) {
  if (token) token = fresh
}

const memories = new Set<() => void>()

/** Calls this on each signing out, for what else is in memory of whoever leaves; returns how to undo it. */
export function onSignOut(forget: () => void): () => void {
  memories.add(forget)
  return () => memories.delete(forget)
}

/** Forgets the token in hand, on signing out, and whatever else is in memory. */
export function forgetToken() {
  token = undefined
  refreshing = undefined
  departures++
  for (const forget of memories) forget()
}

/** One refresh at a time, however many requests ask for it. */
function refresh(): Promise<string | null> {
  if (!refresher) return Promise.resolve(null)
  if (refreshing) return refreshing
  const fresh = refresher()
    .catch(() => null)
    .finally(() => {
      if (refreshing === fresh) refreshing = undefined
    })
  refreshing = fresh
  return fresh
}

function send(input: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers)
  if (token) headers.set('privy-id-token', token)
  return fetch(input, { ...init, headers, credentials: 'same-origin' })
}

/**
 * Fetches one of our own routes as the signed-in visitor: by the cookie, or by the fresher token in
 * hand. On 401 refreshes the identity once and repeats.
 */
export async function authorizedFetch(input: string, init: RequestInit = {}): Promise<Response> {
  const before = departures
  const response = await send(input, init)
  if (response.status !== 401 || before !== departures) return response
  const fresh = await refresh()
  if (!fresh || before !== departures) return response
  token = fresh
  return send(input, init)
}

/**
 * The identity itself, for a vendor that is paid by the visitor and knows them by it: nobody else is
 * ever given it. `renew`: another one than that vendor has refused. Undefined: nobody is signed in.
 */
export async function identityToken({ renew = false } = {}): Promise<string | undefined> {
  const known = token ?? cookieToken()
  if (known && !renew) return known
  const before = departures
  const fresh = await refresh()
  if (!fresh || before !== departures) return undefined
  token = fresh
  return fresh
}

/** Privy keeps it where pages can read it, too: it sets the cookie from the page. */
function cookieToken(): string | undefined {
  const pair = document.cookie.split(/;\s*/).find((part) => part.startsWith('privy-id-token='))
  return pair?.slice('privy-id-token='.length) || undefined
}
