import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readBody } from './body'
import { Problem } from './problem'

const schema = z.strictObject({
  name: z.string().optional(),
  messages: z.array(z.strictObject({ role: z.enum(['user', 'persona']) })).optional(),
})

function post(body: BodyInit | undefined, type: string | null = 'application/json') {
  const init = { method: 'POST', body: body ?? null, duplex: 'half' }
  const request = new Request('http://localhost/api/x', init)
  if (type === null) request.headers.delete('content-type')
  else request.headers.set('content-type', type)
  return request
}

const read = (request: Request, options = {}) =>
  readBody(request, schema, { maxBytes: 1_000, ...options })

const problemOf = async (work: Promise<unknown>): Promise<Problem> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof Problem) return error
  throw new Error(`Expected a problem, got ${error}`)
}

describe('readBody', () => {
  test('takes no body, and an empty one, as an empty object', async () => {
    expect(await read(new Request('http://localhost', { method: 'POST' }))).toEqual({})
    expect(await read(post('', null))).toEqual({})
    expect(await read(post(' \n'))).toEqual({})
  })

  test.each([
    ['application/json', true],
    ['application/json; charset=utf-8', true],
    ['application/json-patch', false],
    ['text/plain;charset=UTF-8', false],
    ['application/x-www-form-urlencoded', false],
    [null, false],
  ])('content type %s: %s', async (type, accepted) => {
    const outcome = read(post('{"name":"a"}', type))
    if (accepted) await expect(outcome).resolves.toEqual({ name: 'a' })
    else expect(await problemOf(outcome)).toMatchObject({ code: 'invalid_request' })
  })

  test('takes a beacon’s text where that is allowed', async () => {
    const request = post('{"name":"a"}', 'text/plain;charset=UTF-8')
    expect(await read(request, { allowText: true })).toEqual({ name: 'a' })
  })

  test('names every wrong field with its dotted path', async () => {
    const body = { name: 7, extra: 1, messages: [{ role: 'user' }, { role: 'dog', more: true }] }
    const problem = await problemOf(read(post(JSON.stringify(body))))
    expect(problem.code).toBe('invalid_request')
    expect(problem.errors?.map(({ path }) => path).toSorted()).toEqual([
      'extra',
      'messages.1.more',
      'messages.1.role',
      'name',
    ])
  })

  test.each(['{', 'null', '[]', '"text"', '1', '{"__proto__":{"name":"x"}}', '{"constructor":1}'])(
    'refuses %s',
    async (text) => {
      expect(await problemOf(read(post(text)))).toMatchObject({ code: 'invalid_request' })
    },
  )

  test('refuses bytes that are not UTF-8', async () => {
    const request = post(new Uint8Array([0x22, 0xff, 0xfe, 0x22]))
    expect(await problemOf(read(request))).toMatchObject({ code: 'invalid_request' })
  })

  test('stops reading a stream as soon as it is too large', async () => {
    let sent = 0
    const long = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 100
        controller.enqueue(new Uint8Array(100).fill(0x20))
        if (sent > 50_000) controller.close()
      },
    })
    expect(await problemOf(read(post(long)))).toMatchObject({ code: 'payload_too_large' })
    expect(sent).toBeLessThan(1_500)
  })

  test('believes a length header that is too large, before reading', async () => {
    const request = post('{}')
    request.headers.set('content-length', '1000000')
    expect(await problemOf(read(request))).toMatchObject({ code: 'payload_too_large' })
  })

  test('counts bytes, not characters', async () => {
    const name = '€'.repeat(400)
    expect(await problemOf(read(post(JSON.stringify({ name }))))).toMatchObject({
      code: 'payload_too_large',
    })
  })

  test('whatever is sent, the outcome is a parsed body or a 4xx problem', async () => {
    const anything = fc.oneof(fc.string(), fc.json(), fc.uint8Array({ maxLength: 1_200 }))
    await fc.assert(
      fc.asyncProperty(anything, async (sent) => {
        const body = typeof sent === 'string' ? sent : Uint8Array.from(sent)
        const outcome = await read(post(body)).catch((error: unknown) => error)
        if (outcome instanceof Problem) expect([400, 413]).toContain(outcome.status)
        else expect(schema.safeParse(outcome).success).toBe(true)
      }),
    )
  })
})
