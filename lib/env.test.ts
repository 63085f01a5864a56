import { describe, expect, it } from 'vitest'
import { parseEnv } from './env'
import { defineEnvironment, flag, text, url } from './environment-part'

const vendor = defineEnvironment({
  ACME_API_KEY: text,
  ACME_API_URL: url('https://api.acme.example'),
  ACME_RECORDS: flag,
})

const complete = {
  NODE_ENV: 'production',
  PRIVY_APP_ID: 'a'.repeat(25),
  PRIVY_VERIFICATION_KEY: '-----BEGIN PUBLIC KEY-----',
  DATABASE_URL: 'postgres://db.example.org/app',
}

const fixesOf = (source: Record<string, string | undefined>) => {
  try {
    parseEnv(source, [vendor])
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

describe('the environment', () => {
  it('takes defaults for everything that is not set, and treats empty lines as unset', () => {
    const env = parseEnv({
      ...complete,
      LIMIT_OPEN_SESSIONS: '',
      ACCESS_EMAILS: '',
    })
    expect(env.LIMIT_TOKENS_PER_HOUR).toBe(10)
    expect(env.LIMIT_OPEN_SESSIONS).toBe(1)
    expect(env.ACCESS_EMAILS).toEqual([])
  })

  it('lists every fix at once', () => {
    const message = fixesOf({ NODE_ENV: 'production' })
    expect(message).toContain('PRIVY_APP_ID')
    expect(message).toContain('PRIVY_VERIFICATION_KEY')
    expect(message).toContain('DATABASE_URL')
  })

  it('names a variable whose value is malformed, and never the value', () => {
    const message = fixesOf({
      ...complete,
      LIMIT_TOKENS_PER_HOUR: 'secret-ish',
      ACME_API_URL: 'ftp://x',
    })
    expect(message).toContain('LIMIT_TOKENS_PER_HOUR')
    expect(message).toContain('ACME_API_URL')
    expect(message).not.toContain('secret-ish')
  })

  it('refuses a deployment that points at this machine', () => {
    const message = fixesOf({
      ...complete,
      VERCEL: '1',
      PRIVY_API_URL: 'http://localhost:4100',
      ACME_API_URL: 'http://127.0.0.1:4200',
      VENDOR_LABELS: 'anam=sandbox',
    })
    expect(message).toContain('PRIVY_API_URL')
    expect(message).toContain('ACME_API_URL')
    expect(message).toContain('VENDOR_LABELS')
  })

  it('refuses an embedded database on Vercel', () => {
    const { DATABASE_URL: _, ...rest } = complete
    expect(fixesOf({ ...rest, VERCEL: '1', PGLITE_DIR: '.data/app' })).toContain('DATABASE_URL')
    expect(fixesOf({ ...rest, PGLITE_DIR: '.data/app' })).toBe('')
  })

  it('refuses an app id that cannot be one', () => {
    expect(fixesOf({ ...complete, PRIVY_APP_ID: 'short' })).toContain('exactly 25 characters')
  })

  it('gives a vendor its own variables, and the launcher the right to point at this machine', () => {
    expect(vendor.read()).toEqual({
      ACME_API_KEY: undefined,
      ACME_API_URL: 'https://api.acme.example',
      ACME_RECORDS: false,
    })
    const here = { NODE_ENV: 'production', ACME_API_URL: 'http://localhost:4200' }
    expect(vendor.fixes(here)).toHaveLength(1)
    expect(vendor.fixes({ ...here, VENDOR_LABELS: 'acme=sandbox' })).toEqual([])
    expect(vendor.fixes({ ...here, VENDOR_LABELS: 'acme=sandbox', VERCEL: '1' })).toHaveLength(1)
    const clear = { NODE_ENV: 'production', ACME_API_URL: 'http://api.acme.example' }
    expect(vendor.fixes(clear)).toEqual([expect.stringContaining('https://')])
    expect(vendor.fixes({ ...clear, ACME_API_URL: 'https://api.acme.example' })).toEqual([])
  })

  it('reads lists and labels', () => {
    const env = parseEnv({
      ...complete,
      ACCESS_DOMAINS: ' Example.org, b.example ',
      VENDOR_LABELS: 'anam=sandbox,privy=sandbox',
    })
    expect(env.ACCESS_DOMAINS).toEqual(['example.org', 'b.example'])
    expect(env.VENDOR_LABELS).toEqual({ anam: 'sandbox', privy: 'sandbox' })
  })
})
