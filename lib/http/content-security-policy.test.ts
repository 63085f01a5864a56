import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, type PolicyOptions } from './content-security-policy'

/** The policy as a browser reads it: directive -> sources. */
function parsed(options: Partial<PolicyOptions> = {}): Map<string, string[]> {
  const policy = contentSecurityPolicy({
    nonce: 'bm9uY2U=',
    identityOrigin: 'https://auth.privy.io',
    connectSources: ['https://api.example.org', 'wss://engine.example.org'],
    development: false,
    ...options,
  })
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )
}

describe('the content security policy of a page', () => {
  it('runs only scripts that carry the nonce, and what those load', () => {
    expect(parsed().get('script-src')).toEqual(["'self'", "'nonce-bm9uY2U='", "'strict-dynamic'"])
  })

  it('allows no inline script, no eval and no inline style element in production', () => {
    const policy = parsed()
    expect(policy.get('script-src')).not.toContain("'unsafe-inline'")
    expect(policy.get('script-src')).not.toContain("'unsafe-eval'")
    expect(policy.get('style-src')).toEqual(["'self'", "'nonce-bm9uY2U='"])
  })

  it('allows eval and style elements to the development server only', () => {
    const policy = parsed({ development: true })
    expect(policy.get('script-src')).toContain("'unsafe-eval'")
    expect(policy.get('style-src')).toEqual(["'self'", "'unsafe-inline'"])
  })

  it('lets the page talk to itself, the identity provider and the vendors, and to nobody else', () => {
    expect(parsed().get('connect-src')).toEqual([
      "'self'",
      'https://auth.privy.io',
      'https://api.example.org',
      'wss://engine.example.org',
    ])
  })

  it('reduces the identity provider to its origin, so that a path does not narrow the match', () => {
    const policy = parsed({ identityOrigin: 'https://privy.example.org/api/v1' })
    expect(policy.get('frame-src')).toEqual(['https://privy.example.org'])
    expect(policy.get('child-src')).toEqual(['https://privy.example.org'])
  })

  it('names a source once, even when two vendors share it', () => {
    const connectSources = [
      'https://auth.privy.io',
      'https://a.example.org',
      'https://a.example.org',
    ]
    expect(parsed({ connectSources }).get('connect-src')).toEqual([
      "'self'",
      'https://auth.privy.io',
      'https://a.example.org',
    ])
  })

  it('plays sound of its own address only, and what it made itself', () => {
    expect(parsed().get('media-src')).toEqual(["'self'", 'blob:'])
  })

  it.each(['object-src', 'frame-ancestors'])('closes %s', (directive) => {
    expect(parsed().get(directive)).toEqual(["'none'"])
  })

  it('refuses an identity origin that is not an address', () => {
    expect(() => parsed({ identityOrigin: 'auth.privy.io; script-src *' })).toThrow(TypeError)
  })
})
