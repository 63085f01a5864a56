import { afterEach, describe, expect, test, vi } from 'vitest'
import { Problem } from '@/lib/http/problem'
import { answerJson, type VendorDouble, vendorDouble } from '@/lib/http/testing/vendor-double'
import { createSwaramApi } from './api'
import type { VoiceConfig } from './session-config'

const lines: string[] = []
vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))

let double: VendorDouble
afterEach(() => double.close())

const apiKey = 'swaram_secret'
const api = () => createSwaramApi({ baseUrl: double.url, apiKey })

const config: VoiceConfig = {
  model: 'mal-realtime-simple',
  session: {
    instructions: 'Be kind.',
    voice: 'mal-female',
    tools: [],
    tool_choice: 'auto',
    turn_detection: 'default',
  },
}

const mintProblem = async (signal?: AbortSignal) => {
  const error = await api()
    .mintSecret(config, signal)
    .catch((reason: unknown) => reason)
  if (error instanceof Problem) return error
  throw new Error(`Expected a problem, got ${String(error)}`)
}

const value = 'swaram_ek_a-b_c'

describe('minting', () => {
  test('sends the key as a bearer, and the model beside the session', async () => {
    double = await vendorDouble((_, response) =>
      answerJson(response, 200, { value, expires_at: 9 }),
    )
    expect(await api().mintSecret(config)).toEqual({ value, expiresAt: 9 })
    const [sent] = double.received
    expect(sent).toMatchObject({ method: 'POST', path: '/v1/realtime/client_secrets' })
    expect(sent?.headers.authorization).toBe(`Bearer ${apiKey}`)
    expect(JSON.parse(sent?.body ?? '')).toEqual(config)
  })

  test.each([[undefined], [null], ['soon'], [-1]])(
    'counts a minute where the answer says it expires %j',
    async (expires_at) => {
      double = await vendorDouble((_, response) => answerJson(response, 200, { value, expires_at }))
      const { expiresAt } = await api().mintSecret(config)
      expect(Math.abs(expiresAt - Date.now() / 1_000 - 60)).toBeLessThan(3)
    },
  )

  test.each([
    [400, {}, 'vendor_error', 502],
    [401, { error: { code: 'invalid_api_key' } }, 'vendor_rejected_credentials', 502],
    [403, {}, 'vendor_rejected_credentials', 502],
    [402, {}, 'vendor_out_of_credit', 503],
    [403, { error: { type: 'insufficient_credits' } }, 'vendor_out_of_credit', 503],
    [429, { error: { code: 'insufficient_quota' } }, 'vendor_out_of_credit', 503],
    [429, { error: { code: 'rate_limit_exceeded' } }, 'vendor_busy', 503],
    [503, 'not an object', 'vendor_busy', 503],
    [504, {}, 'vendor_timeout', 504],
    [500, {}, 'vendor_error', 502],
  ])('an answer of %i %j is a %s', async (status, body, code, ours) => {
    double = await vendorDouble((_, response) =>
      answerJson(response, status, body, { 'x-words': `about ${apiKey}` }),
    )
    const problem = await mintProblem()
    expect(problem).toMatchObject({ code, status: ours })
    expect([problem.message, problem.detail, ...lines].join()).not.toContain(apiKey)
  })

  test('passes on how long a busy vendor asks to wait', async () => {
    double = await vendorDouble((_, response) =>
      answerJson(response, 429, {}, { 'Retry-After': '42' }),
    )
    expect(await mintProblem()).toMatchObject({ code: 'vendor_busy', retryAfter: 42 })
    expect(double.received).toHaveLength(1)
  })

  test.each([
    '<html>It works</html>',
    '',
    '{"value":""}',
    '{"value":"swaram_the_key_itself"}',
    '{"token":"swaram_ek_1"}',
    '{"client_secret":{"value":"swaram_ek_1"}}',
    // Could not be sent as a subprotocol.
    '{"value":"swaram_ek_a/b=="}',
  ])('an answer of %j is a vendor_error', async (text) => {
    double = await vendorDouble((_, response) => response.end(text))
    expect(await mintProblem()).toMatchObject({ code: 'vendor_error' })
  })

  test('survives one lost connection', async () => {
    double = await vendorDouble((_, response, count) => {
      if (count === 1) response.destroy()
      else answerJson(response, 200, { value })
    })
    expect(await api().mintSecret(config)).toMatchObject({ value })
  })

  test('does not follow a redirect, which could carry the key away', async () => {
    double = await vendorDouble((_, response) => {
      response.writeHead(307, { Location: '/elsewhere' })
      response.end()
    })
    expect(await mintProblem()).toMatchObject({ code: 'vendor_error' })
    expect(double.received.every(({ path }) => path === '/v1/realtime/client_secrets')).toBe(true)
  })

  test('ends with the caller’s own reason when the caller leaves', async () => {
    const abort = new AbortController()
    double = await vendorDouble(() => abort.abort(new Error('left')))
    await expect(api().mintSecret(config, abort.signal)).rejects.toThrow('left')
  })
})
