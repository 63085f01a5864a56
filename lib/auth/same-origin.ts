/**
 * Whether a browser sent this request from one of our own pages. Needed where a cookie identifies:
 * browsers attach it to other sites' requests too. `appUrl` is the app's public address where that
 * cannot be told from the request.
 */
export function isSameOrigin(headers: Headers, requestUrl: string, appUrl?: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  if (appUrl) return new URL(origin).origin === new URL(appUrl).origin
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? new URL(requestUrl).host
  return new URL(origin).host === host
}
