import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { MODEL, SESSION, type SwaramUnderTest, swaramUnderTest } from '../testing/swaram-under-test'

const PATH = '/v1/realtime/client_secrets'
let swaram: SwaramUnderTest

beforeAll(async () => {
  swaram = await swaramUnderTest({ plan: { pace: 50 } })
})
afterEach(() => swaram.reset())
afterAll(() => swaram.close())

const mint = () => swaram.mintWith({ model: MODEL, session: SESSION })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A connection that has been asked to greet. */
async function greeted() {
  const client = await swaram.connect()
  client.send({ type: 'response.create' })
  return client
}

describe('the mint', () => {
  test.each([401, 402, 403, 429, 500, 503])('can answer %i as often as wanted', async (status) => {
    await swaram.fault({ kind: 'client-secret', status, times: 2 })
    for (let time = 0; time < 2; time++) {
      const refused = await mint()
      expect(refused.status).toBe(status)
      expect(refused.json).toMatchObject({ error: { code: expect.any(String) } })
    }
    expect((await mint()).status).toBe(200)
  })

  test('can say when to come again, in words of its own', async () => {
    const message = 'Slow down'
    await swaram.fault({
      kind: 'client-secret',
      status: 429,
      error: 'slow',
      message,
      retryAfter: 7,
    })
    const { headers, json } = await mint()
    expect(headers.get('retry-after')).toBe('7')
    expect(json).toMatchObject({ error: { type: 'rate_limit_error', code: 'slow', message } })
  })

  test('can answer with a page, with anything, or with no more than the documents show', async () => {
    await swaram.fault([
      { kind: 'client-secret', html: '<h1>Bad gateway</h1>', times: 1 },
      { kind: 'client-secret', json: { token: 'swaram_ek_x' }, times: 1 },
      { kind: 'client-secret', onlyValue: true, times: 1 },
    ])
    const page = await mint()
    expect([page.status, page.text]).toEqual([502, '<h1>Bad gateway</h1>'])
    expect((await mint()).json).toEqual({ token: 'swaram_ek_x' })
    expect((await mint()).json).toEqual({ value: expect.stringMatching(/^swaram_ek_/) })
  })

  test('can be slow or never answer', async () => {
    await swaram.fault({ kind: 'client-secret', delayMs: 300, times: 1 })
    const began = performance.now()
    expect((await mint()).status).toBe(200)
    expect(performance.now() - began).toBeGreaterThan(290)
    await swaram.fault({ kind: 'client-secret', hang: true })
    const hanging = fetch(`${swaram.url}${PATH}`, {
      method: 'POST',
      signal: AbortSignal.timeout(300),
    })
    await expect(hanging).rejects.toThrow(/timeout/)
  })
})

describe('a connection', () => {
  test.each([
    [4001, 'invalid_api_key'],
    [4003, 'insufficient_credits'],
    [4008, 'too_many_connections'],
    [1011, 'server_error'],
    [1013, 'server_busy'],
  ])(
    'can be closed at its opening with %i, after it was opened and told why',
    async (code, why) => {
      await swaram.fault({ kind: 'close', code, times: 1 })
      const client = swaram.openWith(await swaram.mint())
      expect((await client.closing()).code).toBe(code)
      expect(client.errors).toEqual([why])
      await swaram.connect()
    },
  )

  test.each([4003, 1013, 1006])('can be closed in the middle of a reply with %i', async (code) => {
    await swaram.fault({ kind: 'close', code, at: 'reply', times: 1 })
    const client = await greeted()
    expect((await client.closing()).code).toBe(code)
    expect(client.heard.length).toBeGreaterThan(20_000)
    expect(client.of('response.done')).toEqual([])
    await (await greeted()).next('response.done')
  })

  test('can be closed after a while, the one that is open or else the next', async () => {
    const open = await swaram.connect()
    await swaram.fault({ kind: 'close', code: 1006, afterMs: 100 })
    expect((await open.closing()).code).toBe(1006)
    await swaram.fault({ kind: 'close', code: 1013, afterMs: 100 })
    const next = await swaram.connect()
    expect((await next.closing()).code).toBe(1013)
    const after = await swaram.connect()
    await pause(200)
    expect(after.closed).toBeUndefined()
  })

  test('can stay open and say nothing, from the start or from the middle of a reply', async () => {
    await swaram.fault({ kind: 'stall', at: 'open', times: 1 })
    const silent = swaram.openWith(await swaram.mint())
    await swaram.fault({ kind: 'stall', times: 1 })
    const client = await greeted()
    await client.next('response.output_audio.delta', 3)
    await pause(400)
    expect(client.of('response.done')).toEqual([])
    expect([client.closed, silent.closed]).toEqual([undefined, undefined])
    expect(silent.events).toEqual([])
  })
})

describe('a reply', () => {
  test.each(['malformed-json', 'binary'])('can hold a frame that is %s', async (frame) => {
    await swaram.fault({ kind: 'bad-frame', frame, times: 1 })
    const client = await greeted()
    await client.next('response.done')
    expect(client.broken).toHaveLength(1)
  })

  test('can hold an event nobody knows, a chunk of 10 MB or an error that ends nothing', async () => {
    await swaram.fault(
      ['unknown-event', 'huge', 'error-event'].map((frame) => ({
        kind: 'bad-frame',
        frame,
        times: 1,
      })),
    )
    const client = await greeted()
    await client.next('response.done')
    expect(client.types).toContain('response.sandbox.unheard_of')
    client.send({ type: 'response.create' })
    await client.next('response.done', 2)
    expect(client.heard.length).toBeGreaterThan(10_000_000)
    client.send({ type: 'response.create' })
    await client.next('response.done', 3)
    expect(client.errors).toEqual(['server_error'])
  })

  test('can say that it is done before it is', async () => {
    await swaram.fault({ kind: 'bad-frame', frame: 'early-done', times: 1 })
    const client = await greeted()
    await client.next('response.done')
    await pause(300)
    expect(client.of('response.done')).toHaveLength(1)
    expect(client.types.at(-1)).toMatch(/delta$/)
  })

  test('can cut samples in two, and is whole when they are put together', async () => {
    const sound = await greeted()
    await sound.next('response.done')
    await swaram.fault({ kind: 'bad-frame', frame: 'odd-bytes', times: 1 })
    const client = await greeted()
    await client.next('response.done')
    const sizes = client
      .of('response.output_audio.delta')
      .map(({ delta }) => Buffer.from(String(delta), 'base64').length % 2)
    expect(sizes.slice(0, 4)).toEqual([1, 1, 1, 1])
    expect(client.heard.equals(sound.heard)).toBe(true)
  })
})

describe('the dialect', () => {
  test('openai adds ids and indices to every event', async () => {
    await swaram.fault({ kind: 'dialect', dialect: 'openai' })
    const client = await swaram.connect()
    client.speak(500)
    await client.next('response.done')
    for (const event of client.events) {
      expect(event.event_id, event.type).toMatch(/^event_/)
    }
    const place = { output_index: 0, content_index: 0, item_id: expect.any(String) }
    expect(client.of('response.output_audio.delta')[0]).toMatchObject(place)
    expect(client.of('response.output_audio_transcript.delta')[0]).toMatchObject({
      ...place,
      response_id: expect.any(String),
    })
    const [began] = client.of('input_audio_buffer.speech_started')
    expect(client.of('conversation.item.created')[0]).toMatchObject({
      item: { id: began?.item_id, type: 'message', status: 'completed' },
    })
  })

  test('bare leaves away what the documents only name', async () => {
    await swaram.fault({ kind: 'dialect', dialect: 'bare' })
    const client = await greeted()
    expect(await client.next('response.done')).toEqual({ type: 'response.done' })
    expect(client.of('response.created')).toEqual([{ type: 'response.created' }])
  })
})

test.each([
  { kind: 'earthquake' },
  { kind: 'close', code: 1000 },
  { kind: 'close', code: 1013, at: 'open', afterMs: 5 },
  { kind: 'client-secret', status: 99 },
  { kind: 'bad-frame', frame: 'blue' },
])('a fault that there is not is refused: %j', async (fault) => {
  expect((await swaram.fault(fault)).status).toBe(400)
})
