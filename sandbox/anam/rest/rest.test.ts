import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type AnamUnderTest, anamUnderTest, PERSONA } from '../testing/anam-under-test'
import { until } from '../testing/until'

let anam: AnamUnderTest
let now = Date.now()

beforeAll(async () => {
  anam = await anamUnderTest({ now: () => now, reaping: { neverConnectedMs: 400, lostMs: 200 } })
})
afterEach(async () => {
  await anam.call('DELETE', '/__sandbox/faults')
  await anam.call('POST', '/__sandbox/limit', { limit: 3 })
  await until('all is over', async () => (await anam.state()).sessions.length === 0)
})
afterAll(() => anam.close())

describe('the API key', () => {
  const paths = [
    '/v1/avatars',
    '/v1/voices',
    '/v1/llms',
    '/v1/sessions',
    '/v1/sessions/concurrency',
  ]
  test.each(paths)('is asked for by %s', async (path) => {
    expect((await anam.call('GET', path, undefined, null)).status).toBe(401)
    expect((await anam.call('GET', path, undefined, 'wrong')).status).toBe(401)
    expect((await anam.call('GET', path)).status).toBe(200)
  })

  test('is asked for before a body is looked at', async () => {
    const { status, json } = await anam.call('POST', '/v1/auth/session-token', 'not json', 'wrong')
    expect(status).toBe(401)
    expect(json).toEqual({ error: 'Unauthorized', message: 'Invalid API key' })
  })
})

describe('a session token', () => {
  test('is not minted for a bad body, and the answer names the field', async () => {
    const personaConfig = { ...PERSONA, avatarId: 'x' }
    const { status, json } = await anam.call('POST', '/v1/auth/session-token', { personaConfig })
    expect(status).toBe(400)
    expect(json).toMatchObject({
      details: [{ path: 'personaConfig.avatarId', message: 'Avatar not found' }],
    })
    expect((await anam.call('POST', '/v1/auth/session-token', '{')).status).toBe(400)
    expect((await anam.call('POST', '/v1/auth/session-token')).status).toBe(400)
    const huge = { personaConfig: { ...PERSONA, systemPrompt: 'x'.repeat(1_100_000) } }
    expect((await anam.call('POST', '/v1/auth/session-token', huge)).status).toBe(413)
  })

  test('opens one session, and not after an hour', async () => {
    const [token, late] = [await anam.mint(), await anam.mint()]
    expect((await anam.redeem(token)).status).toBe(200)
    expect((await anam.redeem(token)).status).toBe(401)
    now += 3_600_000
    const { status, json } = await anam.redeem(late)
    expect(status).toBe(401)
    expect(json).toMatchObject({ message: 'Invalid or expired session token' })
  })

  test('is not used up by a session that could not begin', async () => {
    await anam.call('POST', '/__sandbox/limit', { limit: 0 })
    const token = await anam.mint()
    const refused = await anam.redeem(token)
    expect(refused.status).toBe(429)
    expect(refused.json).toMatchObject({ error: 'Concurrent session limit reached' })
    await anam.call('POST', '/__sandbox/limit', { limit: 1 })
    expect((await anam.redeem(token)).status).toBe(200)
  })
})

test('a session is handed out with an engine address that has a path, in both dialects', async () => {
  const { json } = await anam.redeem(await anam.mint())
  expect(json).toMatchObject({
    engineHost: expect.stringMatching(/^localhost:\d+\/v1\/webrtc\/engines\/[\w-]+$/),
    signallingEndpoint: expect.stringMatching(/^\/v1\/webrtc\/engines\/[\w-]+\/ws$/),
    clientConfig: { heartbeatIntervalSeconds: 5, expectedHeartbeatIntervalSecs: 5, iceServers: [] },
  })
})

test('sessions at once are limited, and the count is told', async () => {
  await anam.call('POST', '/__sandbox/limit', { limit: 2 })
  const tokens = await Promise.all([anam.mint(), anam.mint(), anam.mint(), anam.mint()])
  const answers = await Promise.all(tokens.map((token) => anam.redeem(token)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429])
  const { json } = await anam.call('GET', '/v1/sessions/concurrency')
  expect(json).toEqual({ limit: 2, active: 2, canStartSession: false, estimatedWaitSeconds: null })
})

test('a session that nobody connects to is given up', async () => {
  const { sessionId } = await anam.session({}, 'never')
  await until('it is given up', async () => (await anam.state()).sessions.length === 0)
  const { json } = await anam.call('GET', '/v1/sessions?search=never')
  expect(json).toMatchObject({
    data: [
      { id: sessionId, clientLabel: 'never', exitStatus: 'ERROR', endTime: expect.any(String) },
    ],
  })
})

test('a session whose signalling is lost is given up', async () => {
  const { sessionId, engineHost, signallingEndpoint } = await anam.session()
  const { host } = new URL(`http://${engineHost}`)
  const socket = new WebSocket(`ws://${host}${signallingEndpoint}?session_id=${sessionId}`)
  await new Promise((resolve) => socket.once('open', resolve))
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect((await anam.state()).sessions).toHaveLength(1)
  socket.terminate()
  await until('it is given up', async () => (await anam.state()).sessions.length === 0)
})

test('signalling needs a session', async () => {
  const url = `${anam.url.replace('http', 'ws')}/v1/webrtc/engines/anam-engine-local/ws?session_id=x`
  const socket = new WebSocket(url)
  const error = await new Promise<Error>((resolve) => socket.once('error', resolve))
  expect(error.message).toContain('404')
})

test('the catalogue is complete: its order, its pictures, one of each by id', async () => {
  const { json } = await anam.call('GET', '/v1/avatars?perPage=6')
  const avatars = ['Maya', 'Jonas', 'Amara', 'Kenji', 'Inês', 'Omar']
  expect(json).toMatchObject({ data: avatars.map((displayName) => ({ displayName })) })
  expect((await anam.call('GET', `/v1/avatars/${PERSONA.avatarId}`)).json).toMatchObject({
    displayName: 'Maya',
  })
  expect((await anam.call('GET', '/v1/avatars/x')).status).toBe(400)
  expect((await anam.call('GET', `/v1/avatars/${PERSONA.voiceId}`)).status).toBe(404)
  expect((await anam.call('GET', '/v1/avatars?search=kenji')).json).toMatchObject({
    meta: { total: 1 },
  })
  expect((await anam.call('GET', '/v1/voices')).json).toMatchObject({ meta: { total: 12 } })
  expect((await anam.call('GET', '/v1/llms')).json).toMatchObject({
    meta: { total: 3 },
    data: [{}, {}, { id: 'CUSTOMER_CLIENT_V1', llmFormat: 'none' }],
  })

  expect((await anam.call('GET', '/v1/avatars?onlyOneShot=true')).json).toMatchObject({
    data: [{ displayName: 'Ella from reception' }, { displayName: 'Grandpa Joe' }],
  })

  for (const [query, total] of [
    ['renderStyle=illustrated', 9],
    ['renderStyle=unknown', 2],
    ['tags=clay,plum', 2],
  ] as const) {
    expect((await anam.call('GET', `/v1/avatars?${query}`)).json).toMatchObject({ meta: { total } })
  }
  for (const wrong of ['renderStyle=painted', 'onlyOneShot=maybe', 'page=0', 'perPage=101']) {
    expect((await anam.call('GET', `/v1/avatars?${wrong}`)).status).toBe(400)
  }

  const sample = await fetch(`${anam.url}/samples/${PERSONA.voiceId}.wav`)
  expect(sample.headers.get('content-type')).toBe('audio/wav')
  const wav = Buffer.from(await sample.arrayBuffer())
  expect(wav.toString('latin1', 0, 4)).toBe('RIFF')
  expect(wav.byteLength).toBeGreaterThan(40_000)
  expect((await fetch(`${anam.url}/samples/nobody.wav`)).status).toBe(404)

  const picture = await fetch(`${anam.url}/pictures/maya-landscape.webp`)
  expect(picture.headers.get('content-type')).toBe('image/webp')
  expect(picture.headers.get('cache-control')).toContain('max-age=')
  expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(5_000)
})

test('a browser on another port may call', async () => {
  const response = await fetch(`${anam.url}/v1/engine/session`, { method: 'OPTIONS' })
  expect(response.status).toBe(204)
  expect(response.headers.get('access-control-allow-headers')).toContain('authorization')
  expect((await anam.redeem('x')).headers.get('access-control-allow-origin')).toBe('*')
})

describe('faults', () => {
  const fault = (body: unknown) => anam.call('POST', '/__sandbox/faults', body)

  test.each([
    [400, undefined],
    [401, undefined],
    [402, undefined],
    [403, undefined],
    [429, 'Concurrent session limit reached'],
    [429, 'Spend cap reached'],
    [429, 'Usage limit reached'],
    [503, undefined],
    [500, undefined],
  ])('let the engine answer %i %s', async (status, error) => {
    await fault({ kind: 'engine-session', status, ...(error && { error }), times: 1 })
    const token = await anam.mint()
    const answer = await anam.redeem(token)
    expect(answer.status).toBe(status)
    expect(answer.json).toMatchObject({
      error: error ?? expect.any(String),
      message: expect.any(String),
    })
    expect((await anam.redeem(token)).status).toBe(200)
  })

  test('strike only the label that they name, as often as they say', async () => {
    await fault([{ kind: 'session-token', status: 503, retryAfter: 7, clientLabel: 'a', times: 1 }])
    const mint = (clientLabel: string) =>
      anam.call('POST', '/v1/auth/session-token', { personaConfig: PERSONA, clientLabel })
    expect((await mint('b')).status).toBe(200)
    const struck = await mint('a')
    expect([struck.status, struck.headers.get('retry-after')]).toEqual([503, '7'])
    expect((await mint('a')).status).toBe(200)
  })

  test('can be HTML, and can be cleared', async () => {
    await fault({ kind: 'catalogue', html: '<h1>Bad gateway</h1>' })
    const { status, text } = await anam.call('GET', '/v1/voices')
    expect([status, text]).toEqual([502, '<h1>Bad gateway</h1>'])
    await anam.call('DELETE', '/__sandbox/faults')
    expect((await anam.call('GET', '/v1/voices')).status).toBe(200)
  })

  test('can keep a caller waiting for ever', async () => {
    await fault({ kind: 'session-token', hang: true, times: 1 })
    const url = `${anam.url}/v1/auth/session-token`
    const headers = { authorization: `Bearer ${anam.env.ANAM_API_KEY}` }
    const signal = AbortSignal.timeout(300)
    await expect(fetch(url, { method: 'POST', headers, body: '{}', signal })).rejects.toThrow()
  })

  test('must be known', async () => {
    expect((await fault({ kind: 'earthquake' })).status).toBe(400)
    expect((await fault({ kind: 'catalogue', staus: 500 })).status).toBe(400)
  })
})

test('the control surface is for this machine only', async () => {
  const { request } = await import('node:http')
  const status = await new Promise((resolve) => {
    const headers = { host: 'evil.example' }
    request(`${anam.url}/__sandbox/state`, { headers }, ({ statusCode }) =>
      resolve(statusCode),
    ).end()
  })
  expect(status).toBe(403)
})
