import { beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { Problem, problemBody } from './problem'
import { publicRoute, route } from './route'
import { identityEnv, identityToken } from './testing/signed-identity'

Object.assign(process.env, identityEnv)

const lines: string[] = []
const keep = (line: string) => void lines.push(line)
vi.spyOn(console, 'log').mockImplementation(keep)
vi.spyOn(console, 'error').mockImplementation(keep)
beforeEach(() => lines.splice(0))

const schema = z.strictObject({ prompt: z.string().max(20).optional() })
const context = <P extends Record<string, string>>(params: P) => ({
  params: Promise.resolve(params),
})

/** A route whose answer says who asked; `work` runs first. */
const greet = (work: () => void = () => {}) =>
  route({ body: schema, maxBytes: 100 }, async ({ identity, body }) => {
    work()
    return Response.json({ user: identity.userId, body })
  })

async function post(body: BodyInit | undefined, headers: Record<string, string> = {}) {
  const auth = { 'privy-id-token': await identityToken(), 'content-type': 'application/json' }
  return new Request('http://localhost/api/things/t-1', {
    method: 'POST',
    body: body ?? null,
    headers: { ...auth, ...headers },
  })
}

async function problemIn(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const problem = problemBody.parse(await response.json())
  expect(problem.status).toBe(response.status)
  expect(problem.requestId).toBe(response.headers.get('x-request-id'))
  return problem
}

describe('a route', () => {
  test('answers a verified person, uncached, numbered and timed', async () => {
    const response = await greet()(await post('{"prompt":"hi"}'), context({ id: 't-1' }))
    expect(await response.json()).toEqual({ user: 'did:privy:ada', body: { prompt: 'hi' } })
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/)
    expect(response.headers.get('server-timing')).toMatch(/^auth;dur=\d/)
  })

  test('logs one line without ids, tokens, prompts or emails', async () => {
    await greet()(await post('{"prompt":"my secret"}'), context({ id: 't-1' }))
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'info',
      event: 'request',
      method: 'POST',
      route: '/api/things/[id]',
      status: 200,
      user: expect.stringMatching(/^[0-9a-f]{12}$/),
    })
    expect(lines.join()).not.toMatch(/secret|did:privy|example\.org|eyJ/)
  })

  test.each([
    ['no token', {}],
    ['nonsense', { 'privy-id-token': 'abc' }],
    ['an oversized token', { 'privy-id-token': 'a'.repeat(10_000) }],
  ])('answers %s with a 401 that says how to identify', async (_, headers) => {
    const request = new Request('http://localhost/api/x', { method: 'POST', headers })
    const response = await greet()(request, context({}))
    expect(await problemIn(response)).toMatchObject({ code: 'unauthenticated', status: 401 })
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/)
  })

  test('refuses another site’s request that carries our cookie', async () => {
    const request = new Request('http://localhost/api/x', {
      method: 'POST',
      headers: {
        cookie: `privy-id-token=${await identityToken()}`,
        'sec-fetch-site': 'cross-site',
        origin: 'https://evil.example',
      },
    })
    const response = await greet()(request, context({}))
    expect(await problemIn(response)).toMatchObject({ code: 'cross_site', status: 403 })
  })

  test.each([
    ['{', {}, 'invalid_request', ['']],
    ['{"prompt":1,"b":2}', {}, 'invalid_request', ['prompt', 'b']],
    ['{}', { 'content-type': 'text/html' }, 'invalid_request', ['']],
    [' '.repeat(1_000_000), {}, 'payload_too_large', undefined],
  ])('a bad body is a 4xx that names the field (%#)', async (body, headers, code, paths) => {
    const response = await greet()(await post(body, headers), context({}))
    const problem = await problemIn(response)
    expect(problem.code).toBe(code)
    expect(problem.errors?.map(({ path }) => path)).toEqual(paths)
  })

  test('an unexpected error is a 500 that tells nothing, and a log line that does not quote it', async () => {
    const fail = () => {
      throw new TypeError('password=hunter2 in did:privy:ada')
    }
    const response = await greet(fail)(await post('{}'), context({}))
    const text = JSON.stringify(await problemIn(response.clone()))
    expect(response.status).toBe(500)
    expect(text).not.toMatch(/hunter2|TypeError|\.ts|node_modules/)
    const [unexpected, request] = lines.map((line) => JSON.parse(line))
    expect(unexpected).toMatchObject({ level: 'error', event: 'unexpected', error: 'TypeError' })
    expect(unexpected.stack).toContain('route.test.ts')
    expect(request).toMatchObject({ status: 500, code: 'internal' })
    expect(lines.join()).not.toMatch(/hunter2|did:privy/)
  })

  test.each([
    ['rate_limited', 17, '17'],
    ['vendor_busy', undefined, '15'],
    ['vendor_not_configured', undefined, '300'],
    ['vendor_out_of_credit', undefined, '300'],
    ['vendor_error', undefined, null],
  ] as const)('%s carries Retry-After', async (code, retryAfter, header) => {
    const fail = () => {
      throw new Problem(code, { ...(retryAfter && { retryAfter }) })
    }
    const response = await greet(fail)(await post('{}'), context({}))
    expect(response.headers.get('retry-after')).toBe(header)
    expect((await problemIn(response)).retryAfter).toBe(header ? Number(header) : undefined)
  })
})

test('a public route answers anybody, with the same headers', async () => {
  const handler = publicRoute(async () => Response.json({ ok: true }))
  const response = await handler(new Request('http://localhost/api/health'), context({}))
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('x-request-id')).toBeTruthy()
})
