import { type NextRequest, NextResponse } from 'next/server'
import { env } from './lib/env'
import { contentSecurityPolicy } from './lib/http/content-security-policy'
import { addressHeader, nonceHeader } from './lib/http/page-headers'
import { connectSources } from './lib/vendors/registry'

/** Gives every page its own nonce. Next puts it on its scripts, which it reads from the request's policy. */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy({
    nonce,
    identityOrigin: env().PRIVY_API_URL,
    connectSources: connectSources(),
    development: process.env.NODE_ENV === 'development',
  })
  const headers = new Headers(request.headers)
  headers.set(nonceHeader, nonce)
  headers.set(addressHeader, request.nextUrl.pathname + request.nextUrl.search)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

export const config = {
  // Data and built files have no scripts. Prefetches are not skipped: a browser may show them as pages.
  matcher: ['/((?!api/|avatars/|voices/|_next/static/|_next/image).*)'],
}
