import { afterEach, describe, expect, test } from 'vitest'
import { FetchFailure, retryAfterSeconds, retryingFetch } from './retrying-fetch'
import { type VendorDouble, vendorDouble } from './testing/vendor-double'

const policy = { attempts: 3, attemptMs: 2_000, totalMs: 10_000, backoffMs: 100 }

let double: VendorDouble
afterEach(() => double.close())

/** A clock whose waits pass at once, with their lengths kept. */
function quickClock(random = 0.5) {
  const waits: number[] = []
  let time = 0
  return {
    waits,
    now: () => time,
    sleep: async (ms: number) => {
      waits.push(ms)
      time += ms
    },
    random: () => random,
  }
}

const answering = async (...statuses: number[]) => {
  double = await vendorDouble((_, response, count) => {
    response.writeHead(statuses[count - 1] ?? statuses.at(-1) ?? 200)
    response.end('said')
  })
}

describe('retryingFetch', () => {
  test('repeats after 5xx and 429 with growing, jittered waits, until it succeeds', async () => {
    await answering(500, 429, 200)
    const clock = quickClock(0.5)
    const answer = await retryingFetch(double.url, {}, policy, clock)
    expect(answer).toMatchObject({ status: 200, text: 'said' })
    expect(clock.waits).toEqual([50, 100])
  })

  test('returns the last failure when the attempts are used up', async () => {
    await answering(503)
    expect(await retryingFetch(double.url, {}, policy, quickClock())).toMatchObject({ status: 503 })
    expect(double.received).toHaveLength(3)
  })

  test.each([200, 400, 401, 402, 403, 404])('does not repeat a %i', async (status) => {
    await answering(status)
    expect(await retryingFetch(double.url, {}, policy, quickClock())).toMatchObject({ status })
    expect(double.received).toHaveLength(1)
  })

  test('waits as long as Retry-After asks, and gives up when that does not fit the budget', async () => {
    double = await vendorDouble((_, response, count) => {
      response.writeHead(429, { 'Retry-After': count === 1 ? '3' : '60' })
      response.end()
    })
    const clock = quickClock()
    expect(await retryingFetch(double.url, {}, policy, clock)).toMatchObject({ status: 429 })
    expect(clock.waits).toEqual([3_000])
    expect(double.received).toHaveLength(2)
  })

  test('repeats when the connection breaks, and says so when it never holds', async () => {
    double = await vendorDouble((_, response) => response.destroy())
    const failure = await retryingFetch(double.url, {}, policy, quickClock()).catch((e) => e)
    expect(failure).toBeInstanceOf(FetchFailure)
    expect(failure).toMatchObject({ reason: 'network' })
    expect(double.received).toHaveLength(3)
  })

  test('counts a body that never ends as a timeout', async () => {
    double = await vendorDouble((_, response) => {
      response.writeHead(200)
      response.write('{')
    })
    const quick = { ...policy, attempts: 1, attemptMs: 100 }
    const failure = await retryingFetch(double.url, {}, quick).catch((e) => e)
    expect(failure).toMatchObject({ name: 'FetchFailure', reason: 'timeout' })
  })

  test('stops at once when the caller gives up', async () => {
    double = await vendorDouble(() => abort.abort(new Error('left')))
    const abort = new AbortController()
    await expect(
      retryingFetch(double.url, { signal: abort.signal }, policy, quickClock()),
    ).rejects.toThrow('left')
    expect(double.received).toHaveLength(1)
  })

  test('does not begin for a caller who has left', async () => {
    await answering(200)
    const signal = AbortSignal.abort(new Error('left'))
    await expect(retryingFetch(double.url, { signal }, policy, quickClock())).rejects.toThrow(
      'left',
    )
    expect(double.received).toHaveLength(0)
  })

  test('reads both forms of Retry-After and ignores nonsense', async () => {
    await answering(200)
    const of = (value: string) => retryAfterSeconds(new Headers({ 'Retry-After': value }))
    expect(of('7')).toBe(7)
    expect(of(new Date(Date.now() - 5_000).toUTCString())).toBe(0)
    expect(of('soon')).toBeUndefined()
    expect(of('-3')).toBeUndefined()
  })
})
