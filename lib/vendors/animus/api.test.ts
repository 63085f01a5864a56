import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem } from '@/lib/http/problem'
import { answerJson, type VendorDouble, vendorDouble } from '@/lib/http/testing/vendor-double'
import { createAnimusApi } from './api'
import { tokenFor } from './testing/jwt'

/** What the log was told: every trouble with Animus is a line of it. */
const lines: string[] = []
beforeEach(() => {
  lines.splice(0)
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
})

let double: VendorDouble
afterEach(() => double.close())

const apiKey = 'secret-key'
const api = () => createAnimusApi({ baseUrl: double.url, apiKey })

const problemOfMint = async (signal?: AbortSignal) => {
  const error = await api()
    .generateToken(signal)
    .catch((reason: unknown) => reason)
  if (error instanceof Problem) return error
  throw new Error(`Expected a problem, got ${String(error)}`)
}

const token = tokenFor(900)
const voice = { token: tokenFor(900), url: 'wss://rooms.example.org' }

describe('asking for a token', () => {
  test.each([
    ['of the documents', { accessToken: token }, undefined],
    ['of the SDK', { animus: { token }, livekit: { voice } }, { voice }],
    ['of both', { accessToken: 'x.y.z', animus: { token }, livekit: null }, undefined],
    ['with a voice room nobody can use', { accessToken: token, livekit: { voice: {} } }, undefined],
  ])('takes the answer %s', async (_, answer, livekit) => {
    double = await vendorDouble((_, response) => answerJson(response, 200, answer))
    const generated = await api().generateToken()
    expect(generated.token).toBe(token)
    expect(generated.livekit).toEqual(livekit)
    expect(generated.expiresAt - Date.now()).toBeGreaterThan(890_000)
    const [sent] = double.received
    expect(sent).toMatchObject({ method: 'POST', path: '/auth/generate-token', body: '' })
    expect(sent?.headers.apikey).toBe(apiKey)
    expect(sent?.headers.authorization).toBeUndefined()
  })

  test.each([404, 405, 501])('gets where posting is a %i, and remembers that', async (status) => {
    double = await vendorDouble(({ method }, response) =>
      method === 'GET'
        ? answerJson(response, 200, { accessToken: token })
        : answerJson(response, status, { message: 'no Route matched with those values' }),
    )
    const animus = api()
    await animus.generateToken()
    await animus.generateToken()
    expect(double.received.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET'])
    expect(double.received.every(({ headers }) => headers.apikey === apiKey)).toBe(true)
  })

  test.each([
    [400, 'vendor_error', 502],
    [401, 'vendor_rejected_credentials', 502],
    [403, 'vendor_rejected_credentials', 502],
    [402, 'vendor_out_of_credit', 503],
    [404, 'vendor_error', 502],
    [408, 'vendor_timeout', 504],
    [429, 'vendor_busy', 503],
    [500, 'vendor_error', 502],
    [503, 'vendor_busy', 503],
    [504, 'vendor_timeout', 504],
  ])('an answer of %i is a %s, without the vendor’s words', async (status, code, ours) => {
    double = await vendorDouble((_, response) =>
      answerJson(response, status, { message: `words about ${apiKey}`, detail: 'words' }),
    )
    const problem = await problemOfMint()
    expect(problem).toMatchObject({ code, status: ours })
    const told = JSON.stringify([problem.message, problem.detail, problem.errors, ...lines])
    expect(told).not.toContain('words')
    expect(told).not.toContain(apiKey)
    expect(lines.join()).toContain(code)
  })

  test('passes on how long a busy vendor asks to wait, and does not ask twice', async () => {
    double = await vendorDouble((_, response) =>
      answerJson(response, 429, {}, { 'Retry-After': '42' }),
    )
    expect(await problemOfMint()).toMatchObject({ code: 'vendor_busy', retryAfter: 42 })
    expect(double.received).toHaveLength(1)
  })

  test.each([
    ['a page', '<html>It works</html>'],
    ['nothing', ''],
    ['no token', '{"token":"x"}'],
    ['a token that is none', '{"accessToken":"Bearer me"}'],
    ['a line break in a token', JSON.stringify({ accessToken: `${token}\r\nX-Evil: 1` })],
    ['a token that never expires', JSON.stringify({ accessToken: 'e30.e30.c2ln' })],
    ['a token that has expired', JSON.stringify({ accessToken: tokenFor(-5) })],
    ['claims that are no JSON', '{"accessToken":"e30.bm8.c2ln"}'],
  ])('an answer with %s is a vendor_error', async (_, text) => {
    double = await vendorDouble((_, response) => response.end(text))
    expect(await problemOfMint()).toMatchObject({ code: 'vendor_error' })
  })

  test('a vendor that nobody can reach is a vendor_error', async () => {
    double = await vendorDouble(() => {})
    await double.close()
    expect(await problemOfMint()).toMatchObject({ code: 'vendor_error' })
  })

  test('does not follow a redirect, which could carry the key away', async () => {
    double = await vendorDouble((_, response) => {
      response.writeHead(307, { Location: '/elsewhere' })
      response.end()
    })
    expect(await problemOfMint()).toMatchObject({ code: 'vendor_error' })
    expect(double.received.map(({ path }) => path)).toEqual(['/auth/generate-token'])
  })

  test('waits five seconds for both ways together', { timeout: 9_000 }, async () => {
    double = await vendorDouble(({ method }, response) => {
      if (method === 'POST') setTimeout(() => answerJson(response, 405, {}), 1_500)
    })
    const started = performance.now()
    expect(await problemOfMint()).toMatchObject({ code: 'vendor_timeout' })
    const waited = performance.now() - started
    expect(waited).toBeGreaterThan(4_900)
    expect(waited).toBeLessThan(5_500)
  })

  test('ends with the caller’s own reason when the caller leaves', async () => {
    double = await vendorDouble(() => abort.abort(new Error('left')))
    const abort = new AbortController()
    await expect(api().generateToken(abort.signal)).rejects.toThrow('left')
  })
})
