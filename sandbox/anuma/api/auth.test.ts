import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPortal, type Portal } from '../testing/portal'
import { createIssuer } from '../testing/user-token'

const privy = createIssuer()
let portal: Portal
beforeAll(async () => {
  portal = await openPortal({ userKey: privy.pem })
})
afterAll(() => portal.close())

const balance = (headers: object, at = portal) =>
  at.send('GET', '/api/v1/credits/balance', undefined, headers)
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

describe('an API key', () => {
  test('pays when it is exact', async () => {
    const response = await balance({ 'x-api-key': portal.key })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      lifetime_credits: 5_000,
      subscription_tier: 'basic',
    })
  })

  test('is refused when it is another, or none, in the portal’s envelope', async () => {
    for (const headers of [{}, { 'x-api-key': `${portal.key}x` }, { 'x-api-key': '' }]) {
      const response = await balance(headers)
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({
        error: expect.any(String),
        code: 'unauthorized',
        request_id: expect.any(String),
        trace_id: expect.any(String),
      })
    }
  })

  test('is no bearer, not even next to itself', async () => {
    expect((await balance(bearer(portal.key))).status).toBe(401)
    expect((await balance({ 'x-api-key': portal.key, ...bearer(portal.key) })).status).toBe(401)
  })
})

describe('an identity token of Privy', () => {
  test('pays, and says who it is', async () => {
    expect((await balance(bearer(privy.token()))).status).toBe(200)
    const me = await portal.send('GET', '/api/v1/me', undefined, bearer(privy.token()))
    expect(await me.json()).toMatchObject({ client_id: 'did:privy:ada', scopes: ['inference'] })
  })

  test('is needed for /me, where a key does not do', async () => {
    const me = await portal.send('GET', '/api/v1/me', undefined, { 'x-api-key': portal.key })
    expect(me.status).toBe(401)
  })

  test.each([
    ['expired', privy.token({ exp: Math.floor(Date.now() / 1_000) - 1 })],
    ['for another app', privy.token({ aud: 'another-app' })],
    ['of another issuer', privy.token({ iss: 'example.org' })],
    ['of nobody', privy.token({ sub: '' })],
    ['an access token', privy.token({ linked_accounts: undefined })],
    ['signed by somebody else', createIssuer().token()],
    ['signed with the public key', privy.forged()],
    ['unsigned', privy.unsigned()],
    ['torn', privy.token().slice(0, -4)],
    ['no token at all', 'x.y.z'],
  ])('is refused when it is %s', async (_, token) => {
    expect((await balance(bearer(token))).status).toBe(401)
  })
})

test('the key of the users is found in the folder, as soon as it is there', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'anuma-'))
  const inFolder = await openPortal({ dataDir })
  try {
    expect((await balance(bearer(privy.token()), inFolder)).status).toBe(401)
    writeFileSync(join(dataDir, 'privy-keys.json'), JSON.stringify({ app: privy.privatePem }))
    expect((await balance(bearer(privy.token()), inFolder)).status).toBe(200)
  } finally {
    await inFolder.close()
    rmSync(dataDir, { recursive: true })
  }
})
