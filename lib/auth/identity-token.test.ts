import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { verifyIdentityToken as privyVerifies } from '@privy-io/node'
import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { verifyIdentityToken } from './identity-token'

const appId = 'a'.repeat(25)
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
const options = { appId, verificationKey: pem }
const seconds = () => Math.floor(Date.now() / 1000)

const claims = {
  linked_accounts: JSON.stringify([{ type: 'email', address: 'Ada@Example.org', lv: 1 }]),
  custom_metadata: JSON.stringify({ plan: 'pro' }),
}

interface Changes {
  payload?: Record<string, unknown>
  issuer?: string
  audience?: string
  expires?: number
  key?: KeyObject
  typ?: string
}

function token({
  payload = claims,
  issuer = 'privy.io',
  audience = appId,
  expires = 3_600,
  key = privateKey,
  typ = 'JWT',
}: Changes = {}) {
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'ES256', typ })
    .setSubject('did:privy:cabc')
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(seconds() + expires)
    .sign(key)
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('an identity token', () => {
  it('tells who somebody is', async () => {
    expect(await verifyIdentityToken(await token(), options)).toMatchObject({
      userId: 'did:privy:cabc',
      isGuest: false,
      email: 'ada@example.org',
      metadata: { plan: 'pro' },
    })
  })

  it('of a guest has no email', async () => {
    const guest = await token({ payload: { linked_accounts: '[]', guest: 't' } })
    expect(await verifyIdentityToken(guest, options)).toMatchObject({
      isGuest: true,
      email: undefined,
    })
  })

  it('may be up to five seconds late, for clocks that differ', async () => {
    expect(await verifyIdentityToken(await token({ expires: -3 }), options)).not.toBeNull()
    expect(await verifyIdentityToken(await token({ expires: -8 }), options)).toBeNull()
  })

  it.each([
    ['literal \\n', pem.trim().replaceAll('\n', '\\n')],
    ['spaces for line breaks', pem.trim().replaceAll('\n', ' ')],
    ['no BEGIN and END', pem.replace(/-----[^-]+-----/g, '').trim()],
  ])('is verified by a key with %s', async (_, verificationKey) => {
    expect(await verifyIdentityToken(await token(), { appId, verificationKey })).not.toBeNull()
  })
})

describe('what is not a valid identity token of this app', () => {
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const body = {
    ...claims,
    sub: 'did:privy:cabc',
    iss: 'privy.io',
    aud: appId,
    iat: seconds(),
    exp: seconds() + 3_600,
  }
  const hmac = () => {
    const head = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(body)}`
    return `${head}.${createHmac('sha256', pem).update(head).digest('base64url')}`
  }
  const bad: [string, () => string | Promise<string>][] = [
    ['words', () => 'let me in'],
    ['an expired one', () => token({ expires: -60 })],
    ['one of another app', () => token({ audience: 'b'.repeat(25) })],
    ['one of another issuer', () => token({ issuer: 'elsewhere' })],
    ['one signed with another key', () => token({ key: other })],
    ['alg none', () => `${encode({ alg: 'none', typ: 'JWT' })}.${encode(body)}.`],
    ['HS256 with our public key as the secret', hmac],
    ['an access token', () => token({ payload: { sid: 'session' } })],
    ['linked accounts that are not a string', () => token({ payload: { linked_accounts: [] } })],
    ['linked accounts that are not JSON', () => token({ payload: { linked_accounts: '[' } })],
    ['another type of token', () => token({ typ: 'at+jwt' })],
    ['ten kilobytes', () => token({ payload: { ...claims, filler: 'x'.repeat(10_000) } })],
  ]
  it.each(bad)('%s', async (_, make) => {
    expect(await verifyIdentityToken(await make(), options)).toBeNull()
  })

  it('is judged as Privy’s own library judges it', async () => {
    const judge = async (identity_token: string) => {
      try {
        await privyVerifies({ identity_token, app_id: appId, verification_key: pem })
        return true
      } catch {
        return false
      }
    }
    const samples = [
      await token(),
      await token({ expires: -60 }),
      await token({ payload: { sid: 'x' } }),
      await token({ key: other }),
    ]
    for (const sample of samples) {
      expect((await verifyIdentityToken(sample, options)) !== null).toBe(await judge(sample))
    }
  })
})
