export interface PolicyOptions {
  /** Fresh for every request, base64. */
  nonce: string
  /** Origin of the identity provider: its API, and the frame that keeps its session. */
  identityOrigin: string
  /** What the vendors' SDKs connect to: origins, `ws:` ones included. */
  connectSources: readonly string[]
  /** True under `next dev`. */
  development: boolean
}

/** The Content-Security-Policy of a page. Throws a TypeError when an origin is not a URL. */
export function contentSecurityPolicy(options: PolicyOptions): string {
  const identity = new URL(options.identityOrigin).origin
  const nonce = `'nonce-${options.nonce}'`
  const directives = {
    'default-src': ["'self'"],
    'script-src': [
      "'self'",
      nonce,
      "'strict-dynamic'",
      // React reconstructs server stacks with eval in development, never in production.
      ...(options.development ? ["'unsafe-eval'"] : []),
    ],
    'style-src': [
      "'self'",
      // The error overlay of `next dev` writes styles without a nonce.
      options.development ? "'unsafe-inline'" : nonce,
    ],
    // React's `style` prop is an attribute in the first HTML, and attributes cannot carry a nonce.
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'media-src': ["'self'", 'blob:'],
    'connect-src': ["'self'", identity, ...options.connectSources],
    // The second is the fallback of the first in older browsers.
    'frame-src': [identity],
    'child-src': [identity],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...new Set(sources)].join(' '))
    .join('; ')
}
