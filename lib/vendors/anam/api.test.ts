import { afterEach, describe, expect, test, vi } from 'vitest'
import { Problem } from '@/lib/http/problem'
import { answerJson, type VendorDouble, vendorDouble } from '@/lib/http/testing/vendor-double'
import { createAnamApi } from './api'

// Every trouble with Anam is a line in the log.
vi.spyOn(console, 'log').mockImplementation(() => {})

let double: VendorDouble
afterEach(() => double.close())

const apiKey = 'secret-key'
const api = () => createAnamApi({ baseUrl: double.url, apiKey })

const request = {
  clientLabel: 'our-session',
  personaConfig: {
    name: 'Mira',
    avatarId: 'a',
    voiceId: 'v',
    llmId: 'l',
    systemPrompt: 'Be kind.',
    maxSessionLengthSeconds: 120,
    skipGreeting: false,
  },
}

const mintProblem = async (signal?: AbortSignal) => {
  const error = await api()
    .mintSessionToken(request, signal)
    .catch((reason: unknown) => reason)
  if (error instanceof Problem) return error
  throw new Error(`Expected a problem, got ${String(error)}`)
}

describe('minting', () => {
  test('sends the key as a bearer and the request as it is', async () => {
    double = await vendorDouble((_, response) => answerJson(response, 200, { sessionToken: 'jwt' }))
    expect(await api().mintSessionToken(request)).toBe('jwt')
    const [sent] = double.received
    expect(sent).toMatchObject({ method: 'POST', path: '/v1/auth/session-token' })
    expect(sent?.headers.authorization).toBe(`Bearer ${apiKey}`)
    expect(JSON.parse(sent?.body ?? '')).toEqual(request)
  })

  test.each([
    [400, 'Bad Request', 'vendor_error', 502],
    [401, 'Unauthorized', 'vendor_rejected_credentials', 502],
    [403, 'Forbidden', 'vendor_rejected_credentials', 502],
    [402, 'No plan found', 'vendor_out_of_credit', 503],
    [404, 'Not found', 'vendor_error', 502],
    [429, 'Spend cap reached', 'vendor_out_of_credit', 503],
    [429, 'Concurrent session limit reached', 'vendor_busy', 503],
    [503, 'Service busy', 'vendor_busy', 503],
    [500, 'Boom', 'vendor_error', 502],
  ])('an answer of %i %s is a %s', async (status, error, code, ours) => {
    double = await vendorDouble((_, response) =>
      answerJson(response, status, { error, message: `words about ${apiKey}` }),
    )
    const problem = await mintProblem()
    expect(problem).toMatchObject({ code, status: ours })
    expect(JSON.stringify([problem.message, problem.detail, problem.errors])).not.toContain('words')
  })

  test('passes on how long a busy vendor asks to wait', async () => {
    double = await vendorDouble((_, response) =>
      answerJson(
        response,
        429,
        { error: 'Concurrent session limit reached' },
        { 'Retry-After': '42' },
      ),
    )
    expect(await mintProblem()).toMatchObject({ code: 'vendor_busy', retryAfter: 42 })
    expect(double.received).toHaveLength(1)
  })

  test.each(['<html>It works</html>', '', '{"token":"x"}', '{"sessionToken":""}'])(
    'an answer of %j is a vendor_error',
    async (text) => {
      double = await vendorDouble((_, response) => response.end(text))
      expect(await mintProblem()).toMatchObject({ code: 'vendor_error' })
    },
  )

  test('survives one lost connection and one 500', async () => {
    double = await vendorDouble((_, response, count) => {
      if (count === 1) response.destroy()
      else if (count === 2) answerJson(response, 500, {})
      else answerJson(response, 200, { sessionToken: 'third' })
    })
    expect(await api().mintSessionToken(request)).toBe('third')
  })

  test('a vendor that nobody can reach is a vendor_error', async () => {
    double = await vendorDouble(() => {})
    await double.close()
    expect(await mintProblem()).toMatchObject({ code: 'vendor_error' })
  })

  test('does not follow a redirect, which could carry the key away', async () => {
    double = await vendorDouble((_, response) => {
      response.writeHead(307, { Location: '/elsewhere' })
      response.end()
    })
    expect(await mintProblem()).toMatchObject({ code: 'vendor_error' })
    expect(double.received.every(({ path }) => path === '/v1/auth/session-token')).toBe(true)
  })

  test('ends with the caller’s own reason when the caller leaves', async () => {
    double = await vendorDouble(() => abort.abort(new Error('left')))
    const abort = new AbortController()
    await expect(api().mintSessionToken(request, abort.signal)).rejects.toThrow('left')
  })
})

test('a session that Anam does not know is undefined, and stopping it is no error', async () => {
  double = await vendorDouble((_, response) => answerJson(response, 404, {}))
  expect(await api().getSession('gone')).toBeUndefined()
  await api().stopSession('gone')
})

test('an id cannot reach another path', async () => {
  double = await vendorDouble((_, response) => answerJson(response, 404, {}))
  await api().stopSession('../avatars/1')
  expect(double.received[0]?.path).toBe('/v1/sessions/..%2Favatars%2F1/stop')
})
