import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { MODEL, SESSION, type SwaramUnderTest, swaramUnderTest } from '../testing/swaram-under-test'

const PATH = '/v1/realtime/client_secrets'
const TOOL = {
  type: 'function',
  name: 'show_card',
  description: 'Shows a card.',
  parameters: { type: 'object', properties: {} },
}
let swaram: SwaramUnderTest
let now = 1_800_000_000_000

beforeAll(async () => {
  swaram = await swaramUnderTest({ now: () => now })
})
afterEach(() => swaram.reset())
afterAll(() => swaram.close())

describe('a client secret', () => {
  test('is minted for the documented body', async () => {
    const { status, json, headers } = await swaram.mintWith({ model: MODEL, session: SESSION })
    expect(status).toBe(200)
    expect(headers.get('x-sandbox')).toBe('swaram')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(json).toEqual({
      value: expect.stringMatching(/^swaram_ek_[\w-]{20,}$/),
      expires_at: now / 1_000 + 60,
      session: {
        model: MODEL,
        ...SESSION,
        tools: [],
        tool_choice: 'auto',
        turn_detection: 'default',
      },
    })
  })

  test('is another one each time, of characters that a subprotocol may have', async () => {
    const values = await Promise.all(Array.from({ length: 20 }, () => swaram.mint()))
    expect(new Set(values).size).toBe(20)
    for (const value of values) expect(value).toMatch(/^[\w-]+$/)
  })

  test('tells nobody what it was minted for', async () => {
    const value = await swaram.mint({ instructions: 'TOP SECRET' })
    const body = value.replace('swaram_ek_', '')
    expect(Buffer.from(body, 'base64url').toString('latin1')).not.toContain('SECRET')
  })

  test.each([
    ['without a key', {}],
    ['with a wrong key', { authorization: 'Bearer swaram_wrong' }],
    ['with a token in place of the key', { authorization: 'Bearer swaram_ek_x' }],
    ['with the key in another scheme', { authorization: 'Basic swaram_sandbox_local_key' }],
    ['with the key in another header', { 'x-api-key': 'swaram_sandbox_local_key' }],
  ])('is refused %s, before the body is looked at', async (_, headers) => {
    const { status, json } = await swaram.call('POST', PATH, '{not json', headers)
    expect(status).toBe(401)
    expect(json).toMatchObject({
      error: { type: 'invalid_request_error', code: 'invalid_api_key' },
    })
  })

  test.each([
    ['no model', { session: SESSION }],
    ['an unknown model', { model: 'gpt-realtime' }],
    ['the model in the session, as OpenAI has it', { session: { model: MODEL } }],
    ['both', { model: MODEL, session: { model: MODEL } }],
    ['another field', { model: MODEL, expires_after: { anchor: 'created_at', seconds: 600 } }],
    ['another field of the session', { model: MODEL, session: { modalities: ['audio'] } }],
    ['an unknown voice', { model: MODEL, session: { voice: 'alloy' } }],
    ['no text as instructions', { model: MODEL, session: { instructions: 7 } }],
    ['another turn detection', { model: MODEL, session: { turn_detection: { type: 'x' } } }],
    ['another tool choice', { model: MODEL, session: { tool_choice: 'sometimes' } }],
    ['a nested tool', { model: MODEL, session: { tools: [{ type: 'function', function: TOOL }] } }],
    [
      'a tool without a description',
      {
        model: MODEL,
        session: { tools: [{ ...TOOL, description: undefined }] },
      },
    ],
    [
      'parameters that are no object',
      {
        model: MODEL,
        session: { tools: [{ ...TOOL, parameters: { type: 'string' } }] },
      },
    ],
    ['two tools of one name', { model: MODEL, session: { tools: [TOOL, TOOL] } }],
    ['a list', []],
    ['null', 'null'],
    ['no JSON', '{'],
  ])('is not minted for %s', async (_, body) => {
    const { status, json } = await swaram.mintWith(body)
    expect(status).toBe(400)
    expect(json).toMatchObject({ error: { code: 'invalid_request', message: expect.any(String) } })
  })

  test('is not minted for nothing, for too much, or for something else than JSON', async () => {
    expect((await swaram.mintWith(undefined)).status).toBe(400)
    const instructions = 'x'.repeat(1_100_000)
    expect((await swaram.mintWith({ model: MODEL, session: { instructions } })).status).toBe(413)
    const form = await swaram.call('POST', PATH, 'model=mal-realtime-simple', {
      authorization: `Bearer ${swaram.apiKey}`,
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(form.status).toBe(415)
  })

  test('names the field that is wrong', async () => {
    const { json } = await swaram.mintWith({ model: MODEL, session: { voice: 'alloy' } })
    expect(json).toMatchObject({ error: { param: 'session.voice' } })
    const { json: other } = await swaram.mintWith({ model: MODEL, prompt: 'x' })
    expect(other).toMatchObject({ error: { param: 'prompt' } })
  })

  test('lives as long as a test wants', async () => {
    await swaram.fault({ kind: 'token-life', seconds: 600 })
    const { json } = await swaram.mintWith({ model: MODEL })
    expect(json).toMatchObject({ expires_at: now / 1_000 + 600 })
    now += 5_000
    await swaram.reset()
    const { json: usual } = await swaram.mintWith({ model: MODEL })
    expect(usual).toMatchObject({ expires_at: now / 1_000 + 60 })
  })
})

test('there is nothing else: no other path, no other method', async () => {
  expect((await swaram.call('GET', '/v1/models')).status).toBe(404)
  const { status, headers } = await swaram.call('GET', PATH)
  expect(status).toBe(405)
  expect(headers.get('allow')).toBe('POST')
  expect((await swaram.call('OPTIONS', PATH)).headers.get('access-control-allow-origin')).toBeNull()
})
