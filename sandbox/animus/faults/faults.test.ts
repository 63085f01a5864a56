import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Gateway, openGateway, readStream } from '../testing/gateway'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())
beforeEach(() => gateway.send('DELETE', '/__sandbox/faults'))

const arm = (fault: object) => gateway.control('faults', { kind: 'chat', times: 1, ...fault })
const said = 'Hey, it is good to see you! I am Vivian. What is on your mind?'

test.each([
  [{ status: 401 }, 401, { message: 'Unauthorized' }],
  [{ status: 429, retryAfter: 9 }, 429, { message: 'API rate limit exceeded' }],
  [{ status: 500, detail: 'CUDA out of memory' }, 500, { detail: 'CUDA out of memory' }],
])('before anything is answered: %o', async (fault, status, body) => {
  await arm(fault)
  const response = await gateway.chat('Hello')
  expect(response.status).toBe(status)
  expect(await response.json()).toEqual(body)
  if ('retryAfter' in fault) expect(response.headers.get('retry-after')).toBe('9')
  expect((await gateway.chat('Hello')).status).toBe(200)
})

describe('in the middle of a stream', () => {
  const meet = async (event: string, more: object = {}) => {
    await arm({ event, ...more })
    return readStream(await gateway.chat('Hello'))
  }

  test('an error comes inside a 200', async () => {
    const { words, frames, isDone } = await meet('error', { afterChunks: 2 })
    expect(words).toBe('Hey, it')
    expect(frames.at(-1)).toMatchObject({ error: { message: expect.any(String) } })
    expect(isDone).toBe(false)
  })

  test('the connection breaks', async () => {
    await expect(meet('cut')).rejects.toThrow()
    expect((await gateway.state()).requests.at(-1)).toMatchObject({ outcome: 'cut' })
  })

  test('nothing more comes, until the client leaves', async () => {
    await arm({ event: 'stall' })
    const response = await gateway.chat('Hello')
    expect((await gateway.state()).openStreams).toBe(1)
    await response.body?.cancel()
    await expect.poll(async () => (await gateway.state()).openStreams).toBe(0)
  })

  test('a frame is broken, and the rest is whole', async () => {
    const { broken, words } = await meet('malformed')
    expect(broken).toHaveLength(1)
    expect(words).toBe(said)
  })

  test('a frame has 10 MB', async () => {
    expect((await meet('huge')).words.length).toBeGreaterThan(10_000_000)
  })

  test('characters are cut in two', async () => {
    const { cutCharacters, words } = await meet('split-utf8')
    expect(cutCharacters).toBeGreaterThan(0)
    expect(words).toContain('Naïve café ☕️ മലയാളം 👩‍🚀🙂.')
  })

  test('the end comes before the words', async () => {
    const { frames, words } = await meet('out-of-order', { afterChunks: 1 })
    const ends = frames.findIndex((frame) => JSON.stringify(frame).includes('"stop"'))
    expect(ends).toBeLessThan(frames.length - 4)
    expect(words).toBe(said)
  })

  test('unknown events come in between', async () => {
    const { frames, words } = await meet('unknown')
    expect(frames).toContain(42)
    expect(words).toBe(said)
  })

  test('nothing is said', async () => {
    expect((await meet('empty')).words).toBe('')
  })
})

test('a fault can wait for certain words', async () => {
  await arm({ status: 500, match: 'parsley' })
  expect((await gateway.chat('Hello')).status).toBe(200)
  expect((await gateway.chat('Hello, parsley')).status).toBe(500)
  expect((await gateway.chat('Hello, parsley')).status).toBe(200)
})

test('a fault that is not known is refused', async () => {
  expect((await arm({ event: 'earthquake' })).status).toBe(400)
  expect((await gateway.control('faults', { kind: 'models' })).status).toBe(400)
  expect((await gateway.control('token-life', { seconds: 0 })).status).toBe(400)
})
