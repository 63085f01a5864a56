/** Fetches a fresh identity token from Privy, loading its code when needed. Null: nobody is signed in. */
export type Refresher = () => Promise<string | null>

let refresher: Refresher | undefined
let refreshing: Promise<string | null> | undefined
let token: string | undefined

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

/** Forgets the token in hand, on signing out. */
export function forgetToken() {
  token = undefined
}

/** One refresh at a time, however many requests ask for it. */
function refresh(): Promise<string | null> {
  if (!refresher) return Promise.resolve(null)
  refreshing ??= refresher()
    .catch(() => null)
    .finally(() => {
      refreshing = undefined
    })
  return refreshing
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
  const response = await send(input, init)
  if (response.status !== 401) return response
  const fresh = await refresh()
  if (!fresh) return response
  token = fresh
  return send(input, init)
}
