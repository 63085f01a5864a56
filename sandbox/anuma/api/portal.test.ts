import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openPortal, type Portal, readStream, wordsOf } from '../testing/portal'

const page = z.object({
  data: z.array(z.object({ id: z.string() })),
  next_page_token: z.string().optional(),
})
const curated = z.object({ models: z.array(z.object({ id: z.string() }).loose()) })

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())
beforeEach(() => portal.send('DELETE', '/__sandbox/faults'))

describe('models', () => {
  test('come in pages, and most of them cannot be routed to', async () => {
    const seen: string[] = []
    let token = ''
    do {
      const query = `page_size=50${token && `&page_token=${token}`}`
      const response = await portal.send('GET', `/api/v1/models?${query}`)
      const { data, next_page_token = '' } = page.parse(await response.json())
      seen.push(...data.map(({ id }) => id))
      token = next_page_token
    } while (token)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toContain(portal.model)
    const response = await portal.chat('Hello', { model: 'warehouse/crate-3' })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: 'model not available' })
  })

  test('are curated, with what the account may use', async () => {
    const response = await portal.send('GET', '/api/v1/curated-models')
    const { models } = curated.parse(await response.json())
    expect(models).toContainEqual(
      expect.objectContaining({ id: portal.model, required_tier: '', active: true }),
    )
    expect(models).toContainEqual(expect.objectContaining({ required_tier: 'Pro' }))
  })

  test.each([
    ['quill', 400, { code: 'bad_request' }],
    ['openai/nothing', 404, { error: 'model_not_found' }],
    ['sandbox/brush', 404, { error: 'model not available' }],
    ['sandbox/grand', 403, { error: 'model_tier_required', required_tier: 'Pro' }],
  ])('%s is refused with %i', async (model, status, body) => {
    const response = await portal.chat('Hello', { model })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject(body)
  })

  test('that have no room left answer 413, the portal’s own prompt included', async () => {
    const model = 'sandbox/postcard'
    expect((await portal.chat('Hello', { model })).status).toBe(200)
    const response = await portal.chat('long '.repeat(400), { model })
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ code: 'context_length_exceeded' })
  })

  test('that are retired are served by the default', async () => {
    const { frames } = await readStream(await portal.chat('Hello', { model: 'sandbox/feather' }))
    expect(frames[0]).toMatchObject({ model: portal.model })
  })
})

describe('a body', () => {
  test.each([
    ['without messages', { messages: undefined }],
    ['with none', { messages: [] }],
    ['with a role of its own', { messages: [{ role: 'boss', content: 'Hi' }] }],
    ['with no tokens to spend', { max_tokens: 0 }],
    ['too hot', { temperature: 3 }],
  ])('%s is a 400', async (_, more) => {
    expect((await portal.chat('Hello', more)).status).toBe(400)
  })

  test('that is no JSON is a 400', async () => {
    const response = await fetch(`${portal.url}/api/v1/chat/completions`, {
      method: 'POST',
      headers: { 'x-api-key': portal.key },
      body: '{"model":',
    })
    expect(response.status).toBe(400)
  })

  test('of /responses is read from input; its messages are billed and dropped', async () => {
    const ask = async (body: object) => {
      const more = { model: portal.model, tool_choice: 'none', ...body }
      const response = await portal.send('POST', '/api/v1/responses', more, {
        'x-api-key': portal.key,
      })
      return JSON.stringify(await response.json())
    }
    expect(await ask({ messages: [{ role: 'user', content: 'my name is Ada' }] })).toContain(
      'reached me empty',
    )
    expect(await ask({ input: 'my name is Ada' })).toContain('Ada')
    const parts = [{ role: 'user', content: [{ type: 'input_text', text: 'my name is Ada' }] }]
    expect(await ask({ input: parts })).toContain('Ada')
  })

  test('keeps paid tools out with the string alone', async () => {
    for (const [tool_choice, credits] of [
      ['none', 1],
      [{ type: 'none' }, 41],
      [undefined, 41],
    ]) {
      const { frames } = await readStream(await portal.chat('Hello', { tool_choice, tools: [] }))
      expect(frames.at(-1)).toMatchObject({ usage: { credits_used: credits } })
    }
    const { requests } = await portal.state()
    expect(requests.at(-3)).toMatchObject({ toolChoice: 'none', paidTools: false })
    expect(requests.at(-1)).toMatchObject({ paidTools: true })
  })
})

describe('a page', () => {
  const preflight = (origin: string, headers: string) =>
    fetch(`${portal.url}/api/v1/chat/completions`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': headers,
      },
    })

  test('of this machine may ask, and may read the id', async () => {
    const { headers } = await preflight('http://localhost:3000', 'authorization')
    expect(headers.get('access-control-allow-origin')).toBe('http://localhost:3000')
    expect(headers.get('access-control-allow-headers')).toContain('x-anuma-stream-format')
    expect(headers.get('access-control-allow-headers')).not.toContain('x-api-key')
    const response = await portal.chat('Hello', {}, { origin: 'http://localhost:3000' })
    expect(response.headers.get('access-control-expose-headers')).toContain('X-Inference-ID')
    expect(response.headers.get('x-inference-id')).toMatch(/^inf_sandbox_/)
    await response.body?.cancel()
  })

  test('of another site may not, and gets nowhere near the controls', async () => {
    const { headers } = await preflight('https://example.org', 'authorization')
    expect(headers.get('access-control-allow-origin')).toBeNull()
    const origin = { origin: 'https://example.org' }
    const control = await portal.send('DELETE', '/__sandbox/faults', undefined, origin)
    expect(control.status).toBe(403)
  })

  test('reads an error too', async () => {
    const origin = 'http://localhost:3000'
    const response = await portal.chat('Hello', { model: 'quill' }, { origin })
    expect(response.headers.get('access-control-allow-origin')).toBe(origin)
  })
})

test('says what it is, and what it does not know', async () => {
  const health = await portal.send('GET', '/health')
  expect(health.headers.get('x-sandbox')).toBe('anuma')
  expect((await portal.send('GET', '/v1/models')).status).toBe(404)
  expect((await portal.send('GET', '/api/v1/responses')).status).toBe(405)
})

test('the prompt, the model and the number of messages can be looked up', async () => {
  const system = { role: 'system', content: 'Your name is Mira.' }
  const messages = [system, { role: 'user', content: 'What is your name?' }]
  const streamed = await readStream(await portal.chat('', { messages, max_tokens: 500 }))
  expect(wordsOf(streamed)).toContain('I am Mira.')
  const { requests } = await portal.state()
  expect(requests.at(-1)).toMatchObject({
    path: '/api/v1/chat/completions',
    headers: expect.arrayContaining(['x-anuma-stream-format', 'x-api-key']),
    payer: 'app',
    model: portal.model,
    maxTokens: 500,
    messages: 2,
    system: 'Your name is Mira.',
    status: 200,
    outcome: 'answered',
  })
})
