import type { IncomingMessage, ServerResponse } from 'node:http'

const ALLOWED_ORIGIN = /^https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?$/

/**
 * Browsers talk to `/v2` and `/v3`: that is what the vendor's SDK does. They never ask for a token
 * with the key, so `/auth` allows no origin. Only what the SDK sends is allowed [sdk].
 */
export function allowOrigin(request: IncomingMessage, response: ServerResponse) {
  response.setHeader('vary', 'Origin')
  const { origin } = request.headers
  if (!origin || !ALLOWED_ORIGIN.test(origin)) return
  response.setHeader('access-control-allow-origin', origin)
  if (request.method !== 'OPTIONS') return
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS')
  response.setHeader('access-control-allow-headers', 'authorization, content-type, accept')
  response.setHeader('access-control-max-age', '600')
}

/** Whether a page of another site is asking: by its origin, or by a name that it made resolve here. */
export function isFromElsewhere({ headers }: IncomingMessage): boolean {
  if (!/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(headers.host ?? '')) return true
  return headers.origin !== undefined && !ALLOWED_ORIGIN.test(headers.origin)
}
