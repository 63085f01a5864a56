import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { problemBody } from '../lib/http/problem'
import { emailTokens, guestTokens, vendorSessions } from './stand-ins'

const mint = '/api/session-token'

/** Answers the problem of a refused request, after checking what every problem has to carry. */
async function problemOf(
  answer: Awaited<ReturnType<import('@playwright/test').APIRequestContext['post']>>,
) {
  expect(answer.headers()).toMatchObject({
    'content-type': expect.stringContaining('application/problem+json'),
    'cache-control': 'no-store',
  })
  const text = await answer.text()
  expect(text).not.toMatch(/at .*\.(ts|js):\d+|stack|anam|Bearer/i)
  return problemBody.parse(JSON.parse(text))
}

const swapSignature = (token: string) => {
  const [head, payload] = token.split('.')
  return `${head}.${payload}.${'A'.repeat(86)}`
}

const unsigned = (token: string) => {
  const [, payload] = token.split('.')
  return `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`
}

test.describe('without a valid identity token nothing is minted', () => {
  const cases: [
    string,
    (tokens: { identityToken: string; accessToken: string }) => Record<string, string>,
  ][] = [
    ['no token', () => ({})],
    ['an access token', ({ accessToken }) => ({ 'privy-id-token': accessToken })],
    [
      'an access token as bearer',
      ({ accessToken }) => ({ authorization: `Bearer ${accessToken}` }),
    ],
    ['another key', ({ identityToken }) => ({ 'privy-id-token': swapSignature(identityToken) })],
    ['alg none', ({ identityToken }) => ({ 'privy-id-token': unsigned(identityToken) })],
    ['ten kilobytes', () => ({ 'privy-id-token': `e30.${'A'.repeat(10_000)}.e30` })],
    ['no token at all, only words', () => ({ 'privy-id-token': 'let me in' })],
  ]
  for (const [name, headers] of cases) {
    test(name, async ({ request }) => {
      const answer = await request.post(mint, { headers: headers(await guestTokens()), data: {} })
      expect(answer.status()).toBe(401)
      expect(answer.headers()['www-authenticate']).toBeTruthy()
      expect(await problemOf(answer)).toMatchObject({ code: 'unauthenticated', status: 401 })
    })
  }
})

test.describe('a bad body is a 4xx that names the field', () => {
  const send = async (
    request: import('@playwright/test').APIRequestContext,
    data: string,
    contentType = 'application/json',
  ) => {
    const { identityToken } = await guestTokens()
    const headers = { 'privy-id-token': identityToken, 'content-type': contentType }
    return request.post(mint, { headers, data: Buffer.from(data) })
  }

  test('not JSON', async ({ request }) => {
    const answer = await send(request, '{"personaId":')
    expect(answer.status()).toBe(400)
    expect((await problemOf(answer)).code).toBe('invalid_request')
  })

  const fields: [string, string, string][] = [
    ['an unknown key', '{"apiKey":"x"}', 'apiKey'],
    ['a wrong type', '{"personaId":7}', 'personaId'],
    ['an unknown context', '{"context":"nonsense"}', 'context'],
  ]
  for (const [name, body, field] of fields) {
    test(name, async ({ request }) => {
      const problem = await problemOf(await send(request, body))
      expect(problem.status).toBe(400)
      expect(JSON.stringify(problem.errors)).toContain(field)
    })
  }

  test('an unknown persona', async ({ request }) => {
    const answer = await send(request, JSON.stringify({ personaId: randomUUID() }))
    expect(answer.status()).toBe(404)
    expect((await problemOf(answer)).code).toBe('not_found')
  })

  test('one megabyte', async ({ request }) => {
    const answer = await send(request, JSON.stringify({ personaId: 'x'.repeat(1_000_000) }))
    expect(answer.status()).toBe(413)
    expect((await problemOf(answer)).code).toBe('payload_too_large')
  })
})

test('a cookie works from our own pages only', async ({ request }) => {
  const { identityToken } = await guestTokens()
  const cookie = `privy-id-token=${identityToken}`
  const crossSite = await request.post(mint, {
    headers: { cookie, 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
    data: {},
  })
  expect(crossSite.status()).toBe(403)
  expect((await problemOf(crossSite)).code).toBe('cross_site')
  const sameOrigin = await request.post(mint, {
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
    data: {},
  })
  expect(sameOrigin.status()).toBe(200)
})

test('somebody else’s session answers exactly as a missing one', async ({ request }) => {
  const owner = await emailTokens(`owner-${randomUUID()}@example.org`)
  const minted = await request.post(mint, {
    headers: { 'privy-id-token': owner.identityToken },
    data: {},
  })
  const { sessionId } = await minted.json()
  const stranger = { 'privy-id-token': (await guestTokens()).identityToken }
  const data = { event: 'ended' }
  const foreign = await request.patch(`/api/sessions/${sessionId}`, { headers: stranger, data })
  const missing = await request.patch(`/api/sessions/${randomUUID()}`, { headers: stranger, data })
  expect(foreign.status()).toBe(404)
  const strip = ({ requestId: _, ...rest }: Record<string, unknown>) => rest
  expect(strip(await foreign.json())).toEqual(strip(await missing.json()))
})

test('one guest may start three conversations in an hour, and is told how long to wait', async ({
  request,
}) => {
  const headers = { 'privy-id-token': (await guestTokens()).identityToken }
  for (let i = 0; i < 3; i++) {
    const minted = await request.post(mint, { headers, data: {} })
    expect(minted.status()).toBe(200)
    const { sessionId } = await minted.json()
    const ended = await request.patch(`/api/sessions/${sessionId}`, {
      headers,
      data: { event: 'ended' },
    })
    expect(ended.status()).toBe(204)
  }
  const refused = await request.post(mint, { headers, data: {} })
  expect(refused.status()).toBe(429)
  expect((await problemOf(refused)).code).toBe('rate_limited')
  const wait = Number(refused.headers()['retry-after'])
  expect(wait).toBeGreaterThan(3_000)
  expect(wait).toBeLessThanOrEqual(3_600)
})

test('the answer of the mint is the contract, uncached and timed', async ({ request }) => {
  const headers = { 'privy-id-token': (await guestTokens()).identityToken }
  const answer = await request.post(mint, { headers, data: { personaId: 'omar' } })
  expect(answer.headers()).toMatchObject({ 'cache-control': 'no-store' })
  expect(answer.headers()['x-request-id']).toBeTruthy()
  expect(answer.headers()['server-timing']).toMatch(/auth.*ledger.*vendor/)
  const body = await answer.json()
  expect(Object.keys(body).sort()).toEqual(
    ['apiBaseUrl', 'expiresAt', 'maxSessionSeconds', 'sessionId', 'sessionToken'].sort(),
  )
  expect(await vendorSessions(body.sessionId), 'a token alone opens nothing').toEqual([])
})

test('the health of the app names each vendor', async ({ request }) => {
  const health = await request.get('/api/health')
  expect(await health.json()).toMatchObject({ status: 'ok', vendors: { anam: 'sandbox' } })
})
