import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Gateway, openGateway, readStream } from '../testing/gateway'

const clock = { ahead: 0 }
let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway({ now: () => Date.now() + clock.ahead })
})
afterAll(() => gateway.close())
afterEach(async () => {
  clock.ahead = 0
  await gateway.control('dialect', { dialect: 'both' })
  await gateway.control('token-life', { seconds: 900 })
})

const nested = z.object({ livekit: z.object({ voice: z.object({ token: z.string() }) }) })
const claims = z.object({ exp: z.number(), iat: z.number() })
const read = (token: string) =>
  claims.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()))

describe('a token', () => {
  test('is given for the key alone, by POST and by GET', async () => {
    for (const method of ['POST', 'GET']) {
      expect((await gateway.mint(method)).status).toBe(200)
      const refused = await gateway.send(method, '/auth/generate-token', undefined, {
        apikey: 'another',
      })
      expect(refused.status).toBe(401)
      expect(await refused.json()).toEqual({ message: 'Unauthorized' })
    }
    const bearer = { authorization: `Bearer ${gateway.key}` }
    const wrong = await gateway.send('POST', '/auth/generate-token', undefined, bearer)
    expect(wrong.status).toBe(401)
  })

  test('comes in the dialect that is set', async () => {
    const answer = async (dialect: string) => {
      await gateway.control('dialect', { dialect })
      return Object.keys(await (await gateway.mint()).json())
    }
    expect(await answer('docs')).toEqual(['accessToken'])
    expect(await answer('sdk')).toEqual(['animus', 'livekit'])
    expect(await answer('both')).toEqual(['accessToken', 'animus', 'livekit'])
  })

  test('lives as long as is set, then it is refused', async () => {
    const { exp, iat } = read(await gateway.token())
    expect(exp - iat).toBe(900)
    await gateway.control('token-life', { seconds: 2 })
    const token = await gateway.token()
    expect((await gateway.askWith('v3', token, 'Hello')).status).toBe(200)
    clock.ahead = 3_000
    const late = await gateway.askWith('v3', token, 'Hello')
    expect(late.status).toBe(401)
    expect(await late.json()).toEqual({ message: 'Unauthorized' })
    expect((await gateway.askWith('v3', await gateway.token(), 'Hello')).status).toBe(200)
  })

  test('opens nothing when it is foreign, forged, for voice, or the key', async () => {
    const [head = '', payload = ''] = (await gateway.token()).split('.')
    const forge = (secret: string) =>
      createHmac('sha256', secret).update(`${head}.${payload}`).digest('base64url')
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    const { livekit } = nested.parse(await (await gateway.mint()).json())
    const elsewhere = await openGateway()
    const foreign = await elsewhere.token()
    await elsewhere.close()
    for (const token of [
      foreign,
      `${head}.${payload}.${forge('secret')}`,
      `${head}.${payload}.`,
      `${none}.${payload}.AAAA`,
      livekit.voice.token,
      gateway.key,
      '',
    ]) {
      expect((await gateway.askWith('v3', token, 'Hello')).status).toBe(401)
    }
  })

  test('is for /v3, and the key is for /v2', async () => {
    expect((await gateway.askWith('v2', await gateway.token(), 'Hello')).status).toBe(401)
    const { words } = await readStream(await gateway.askWith('v2', gateway.key, 'Hello'))
    expect(words).toContain('I am Vivian.')
  })
})

describe('faults of tokens', () => {
  test.each([
    [{ status: 429, retryAfter: 5 }, 429, { message: 'API rate limit exceeded' }],
    [{ detail: 'No such organisation', status: 403 }, 403, { detail: 'No such organisation' }],
    [{ body: { token: 'elsewhere' } }, 200, { token: 'elsewhere' }],
  ])('%o', async (fault, status, body) => {
    await gateway.control('faults', { kind: 'token', times: 1, ...fault })
    const response = await gateway.mint()
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual(body)
    if ('retryAfter' in fault) expect(response.headers.get('retry-after')).toBe('5')
    expect((await gateway.mint()).status).toBe(200)
  })

  test('a page of a proxy, and no answer at all', async () => {
    await gateway.control('faults', { kind: 'token', html: '<h1>Bad gateway</h1>', times: 1 })
    const page = await gateway.mint()
    expect([page.status, await page.text()]).toEqual([502, '<h1>Bad gateway</h1>'])
    await gateway.control('faults', { kind: 'token', hang: true, times: 1 })
    const signal = AbortSignal.timeout(200)
    const hanging = gateway.send('POST', '/auth/generate-token', undefined, {}, { signal })
    await expect(hanging).rejects.toThrow('timeout')
  })
})
