import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openPortal, type Portal, readStream, wordsOf } from '../testing/portal'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())
beforeEach(() => portal.send('DELETE', '/__sandbox/faults'))

describe('before anything is answered', () => {
  test.each([
    [{ code: 'insufficient_balance' }, 402, { gate: 'minimum', code: 'payment_required' }],
    [{ gate: 'model' }, 402, { error: 'insufficient_balance', gate: 'model' }],
    [{ code: 'model_tier_required' }, 403, { error: 'model_tier_required' }],
    [{ status: 413 }, 413, { code: 'context_length_exceeded' }],
    [{ status: 429, retryAfter: 7 }, 429, { code: 'rate_limited' }],
    [{ status: 500 }, 500, { type: 'api_error' }],
    [{ body: { unexpected: true } }, 200, { unexpected: true }],
  ])('%o is answered with %i', async (fault, status, body) => {
    await portal.fault({ kind: 'chat', ...fault })
    const response = await portal.chat('Hello')
    expect(response.status).toBe(status)
    if ('retryAfter' in fault) expect(response.headers.get('retry-after')).toBe('7')
    expect(await response.json()).toMatchObject(body)
  })

  test('a page of a proxy comes, or nothing at all', async () => {
    await portal.fault({ kind: 'models', html: '<h1>Bad gateway</h1>', times: 1 })
    const page = await portal.send('GET', '/api/v1/curated-models')
    expect(page.status).toBe(502)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect((await portal.send('GET', '/api/v1/curated-models')).status).toBe(200)

    await portal.fault({ kind: 'chat', hang: true })
    const signal = AbortSignal.timeout(200)
    await expect(portal.chat('Hello', {}, {}, { signal })).rejects.toThrow('timeout')
  })

  test('a wrong key is refused even so', async () => {
    await portal.fault({ kind: 'chat', status: 500 })
    expect((await portal.chat('Hello', {}, { 'x-api-key': 'x' })).status).toBe(401)
  })
})

describe('in the middle of a stream', () => {
  const meet = async (event: string, more: object = {}, headers: object = {}) => {
    await portal.fault({ kind: 'chat', event, times: 1, ...more })
    return readStream(await portal.chat('Hello', {}, headers))
  }
  const said = 'Hello, I am your assistant. What would you like to talk about?'

  test('an error comes inside a 200, after as many pieces as wanted', async () => {
    const streamed = await meet('error', { afterChunks: 2 })
    expect(wordsOf(streamed)).toBe('Hello, I')
    expect(streamed.isDone).toBe(false)
    expect(streamed.frames.at(-1)).toMatchObject({
      error: { code: 'timeout', trace_id: expect.any(String) },
    })
  })

  test('the connection breaks', async () => {
    await expect(meet('cut')).rejects.toThrow()
    const { requests } = await portal.state()
    expect(requests.at(-1)).toMatchObject({ outcome: 'cut' })
  })

  test('nothing more comes, until the client leaves', async () => {
    await portal.fault({ kind: 'chat', event: 'stall', comments: true, times: 1 })
    const signal = AbortSignal.timeout(1_500)
    const response = await portal.chat('Hello', {}, {}, { signal })
    await expect(readStream(response)).rejects.toThrow()
    await expect.poll(async () => (await portal.state()).openStreams).toBe(0)
  })

  test('a frame is broken, and the rest is whole', async () => {
    const streamed = await meet('malformed')
    expect(streamed.broken).toHaveLength(1)
    expect(wordsOf(streamed)).toBe(said)
    expect(streamed.isDone).toBe(true)
  })

  test('a frame has 10 MB', async () => {
    expect(wordsOf(await meet('huge')).length).toBeGreaterThan(10_000_000)
  })

  test('characters are cut in two', async () => {
    const streamed = await meet('split-utf8')
    expect(streamed.cutCharacters).toBeGreaterThan(0)
    expect(wordsOf(streamed)).toContain('Naïve café ☕️ മലയാളം 👩‍🚀🙂.')
  })

  test('the end comes before the words', async () => {
    const streamed = await meet('out-of-order', { afterChunks: 1 })
    const ends = streamed.frames.findIndex((frame) => JSON.stringify(frame).includes('"stop"'))
    expect(ends).toBeLessThan(streamed.frames.length - 4)
    expect(wordsOf(streamed)).toBe(said)
  })

  test('unknown events come in between', async () => {
    const streamed = await meet('unknown')
    expect(streamed.frames).toContain(42)
    expect(wordsOf(streamed)).toBe(said)
  })

  test('nothing is said', async () => {
    expect(wordsOf(await meet('empty'))).toBe('')
    const streamed = await meet('empty', {}, { 'x-anuma-stream-format': 'native' })
    expect(streamed.frames.at(-1)).toMatchObject({ response: { output: null } })
  })
})

test('a fault can wait for certain words', async () => {
  await portal.fault({ kind: 'chat', status: 500, match: 'parsley', times: 1 })
  expect((await portal.chat('Hello')).status).toBe(200)
  expect((await portal.chat('Hello, parsley')).status).toBe(500)
  expect((await portal.chat('Hello, parsley')).status).toBe(200)
})

test('a fault that is not known is refused', async () => {
  expect((await portal.fault({ kind: 'chat', event: 'earthquake' })).status).toBe(400)
  expect((await portal.fault({ kind: 'sound' })).status).toBe(400)
})
