import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Gateway, openGateway, readStream } from '../testing/gateway'

let gateway: Gateway
beforeAll(async () => {
  gateway = await openGateway()
})
afterAll(() => gateway.close())
afterEach(async () => {
  await gateway.send('DELETE', '/__sandbox/faults')
  await gateway.control('dialect', { dialect: 'both' })
  await gateway.control('limit', { requestsPerMinute: 100_000 })
})

const greeting = 'Hey, it is good to see you! I am Vivian. What is on your mind?'

describe('a reply', () => {
  test('is streamed in chunks, with usage at its end', async () => {
    const response = await gateway.chat('Hello')
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const { words, frames, isDone } = await readStream(response)
    expect(words).toBe(greeting)
    expect(frames.at(-1)).toMatchObject({
      object: 'chat.completion.chunk',
      choices: [{ finish_reason: 'stop' }],
      usage: { total_tokens: expect.any(Number) },
    })
    expect(isDone).toBe(true)
  })

  test('is one body where no stream is asked for', async () => {
    const body = await (await gateway.chat('Hello', { stream: false, reasoning: true })).json()
    expect(body).toMatchObject({
      object: 'chat.completion',
      choices: [{ message: { content: greeting, reasoning: expect.any(String) } }],
    })
  })

  test('in turns is one body even where a stream is asked for', async () => {
    const response = await gateway.chat('Hello', { autoTurn: true })
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(await response.json()).toMatchObject({
      choices: [
        {
          message: {
            turns: ['Hey, it is good to see you!', 'I am Vivian.', 'What is on your mind?'],
            next: true,
          },
        },
      ],
    })
  })

  test('shows its thoughts when asked to, where the dialect has them', async () => {
    const silent = await readStream(await gateway.chat('Hello'))
    expect(silent.thoughts).toBe('')
    const aloud = await readStream(await gateway.chat('Hello', { reasoning: true }))
    expect(aloud.thoughts).toContain('I want to be kind')
    expect(aloud.words).toBe(greeting)
    await gateway.control('dialect', { dialect: 'docs' })
    const tagged = await readStream(await gateway.chat('Hello', { reasoning: true }))
    expect(tagged.thoughts).toBe('')
    expect(tagged.words).toMatch(/^<think>They have .+<\/think>Hey/)
  })

  test('says what is wrong with it, unless moderation is off or the documentation is right', async () => {
    const ends = async (more: object = {}) =>
      (await readStream(await gateway.chat('Show me some gore', more))).frames.at(-1)
    expect(await ends()).toMatchObject({ compliance_violations: ['gore'] })
    expect(await ends({ compliance: false })).not.toHaveProperty('compliance_violations')
    await gateway.control('dialect', { dialect: 'docs' })
    expect(await ends()).not.toHaveProperty('compliance_violations')
    const whole = await gateway.chat('Show me some gore', { stream: false })
    expect(await whole.json()).toMatchObject({ compliance_violations: ['gore'] })
  })

  test('is cut at the number of tokens', async () => {
    const { words, frames } = await readStream(await gateway.chat('Hello', { max_tokens: 2 }))
    expect(words).toBe('Hey, it')
    expect(frames.at(-1)).toMatchObject({ choices: [{ finish_reason: 'length' }] })
  })
})

describe('a refusal', () => {
  test.each([
    ['no model', { model: undefined }, 400],
    ['no messages', { messages: [] }, 400],
    ['a role of its own', { messages: [{ role: 'boss', content: 'Hi' }] }, 400],
    ['an unknown model', { model: 'gpt-5' }, 404],
  ])('comes for %s', async (_, more, status) => {
    const response = await gateway.chat('Hello', more)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ detail: expect.any(String) })
  })

  test('comes for an unknown path, in the words of the gateway', async () => {
    const response = await gateway.send('GET', '/v3/models')
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ message: 'no Route matched with those values' })
    expect(response.headers.get('x-sandbox')).toBe('animus')
  })

  test('comes for one request too many in a minute', async () => {
    const own = await openGateway({ settings: { requestsPerMinute: 2 } })
    try {
      const states = []
      for (let index = 0; index < 3; index++) states.push((await own.chat('Hello')).status)
      expect(states).toEqual([200, 200, 429])
      expect((await own.chat('Hello')).headers.get('retry-after')).toBe('60')
    } finally {
      await own.close()
    }
  })
})

describe('a page', () => {
  const preflight = (path: string, origin: string) =>
    fetch(gateway.url + path, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })

  test('of this machine may chat, but not ask for tokens', async () => {
    const origin = 'http://localhost:3000'
    const chat = await preflight('/v3/chat/completions', origin)
    expect(chat.headers.get('access-control-allow-origin')).toBe(origin)
    expect(chat.headers.get('access-control-allow-headers')).toContain('authorization')
    const token = await preflight('/auth/generate-token', origin)
    expect(token.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('reads that its token has expired', async () => {
    const headers = { origin: 'http://localhost:3000', authorization: 'Bearer x' }
    const response = await gateway.send('POST', '/v3/chat/completions', {}, headers)
    expect(response.status).toBe(401)
    expect(response.headers.get('access-control-allow-origin')).toBe('http://localhost:3000')
  })

  test('of another site may not, and gets nowhere near the controls', async () => {
    const origin = 'https://example.org'
    const chat = await preflight('/v3/chat/completions', origin)
    expect(chat.headers.get('access-control-allow-origin')).toBeNull()
    const control = await gateway.send('DELETE', '/__sandbox/faults', undefined, { origin })
    expect(control.status).toBe(403)
  })
})

test('what was asked can be looked up', async () => {
  const messages = [
    { role: 'system', content: 'Your name is Mira.' },
    { role: 'user', content: 'Who are you?' },
  ]
  const { words } = await readStream(await gateway.chat('', { messages, tool_choice: 'none' }))
  expect(words).toBe('I am Mira! And you, who are you?')
  const { requests } = await gateway.state()
  expect(requests.at(-1)).toMatchObject({
    path: '/v2/chat/completions',
    headers: expect.arrayContaining(['authorization']),
    model: 'vivian-llama3.1-70b-1.0-fp8',
    toolChoice: 'none',
    messages: 2,
    system: 'Your name is Mira.',
    compliance: true,
    status: 200,
    outcome: 'answered',
  })
})

test('a client that leaves is noticed at once', async () => {
  const slow = await openGateway({ settings: { firstMs: 20, wordsPerSecond: 50 } })
  try {
    const leaving = new AbortController()
    const headers = { authorization: `Bearer ${slow.key}` }
    const body = {
      model: 'vivian-llama3.1-70b-1.0-fp8',
      messages: [{ role: 'user', content: 'Tell me everything' }],
      stream: true,
    }
    const { signal } = leaving
    const path = '/v2/chat/completions'
    const reader = (await slow.send('POST', path, body, headers, { signal })).body?.getReader()
    for (let chunks = 0; chunks < 10; chunks++) await reader?.read()
    leaving.abort()
    const left = Date.now()
    await expect.poll(async () => (await slow.state()).requests.at(-1)?.outcome).toBe('left')
    const { requests, openStreams } = await slow.state()
    expect(openStreams).toBe(0)
    expect(Math.abs(Number(requests.at(-1)?.leftAt) - left)).toBeLessThan(250)
    expect(Number(requests.at(-1)?.frames)).toBeLessThan(60)
  } finally {
    await slow.close()
  }
})
