import type { IncomingMessage, ServerResponse } from 'node:http'

const ALLOWED_ORIGIN = /^https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?$/

/**
 * The portal allows origins by list; here those of this machine. An API key has no business in a
 * browser, so X-API-KEY is not among the headers; nor may a page read Retry-After: only what the
 * SDK reads is exposed [sdk].
 */
export function allowOrigin(request: IncomingMessage, response: ServerResponse) {
  response.setHeader('vary', 'Origin')
  const { origin } = request.headers
  if (!origin || !ALLOWED_ORIGIN.test(origin)) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-expose-headers', 'X-Inference-ID, X-Sandbox')
  if (request.method !== 'OPTIONS') return
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS')
  response.setHeader(
    'access-control-allow-headers',
    'authorization, content-type, accept, x-anuma-stream-format, x-stream-resumable, x-conversation-id',
  )
  response.setHeader('access-control-max-age', '600')
}

/** Whether a page of another site is asking: by its origin, or by a name that it made resolve here. */
export function isFromElsewhere({ headers }: IncomingMessage): boolean {
  if (!/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(headers.host ?? '')) return true
  return headers.origin !== undefined && !ALLOWED_ORIGIN.test(headers.origin)
}
