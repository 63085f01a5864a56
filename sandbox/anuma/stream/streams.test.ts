import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openPortal, type Portal, readStream, wordsOf } from '../testing/portal'

let portal: Portal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())
beforeEach(() => portal.send('DELETE', '/__sandbox/faults'))

const native = { 'x-anuma-stream-format': 'native' }

describe('a stream in chunks of OpenAI', () => {
  test('brings words, the reason of its end, usage, and [DONE]', async () => {
    const response = await portal.chat('Hello')
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    const streamed = await readStream(response)
    expect(wordsOf(streamed)).toBe('Hello, I am your assistant. What would you like to talk about?')
    expect(streamed.frames.at(-1)).toMatchObject({
      object: 'chat.completion.chunk',
      choices: [{ finish_reason: 'stop' }],
      usage: { prompt_tokens: expect.any(Number), credits_used: 1 },
    })
    expect(streamed.comments).toContain('connected')
    expect(streamed.isDone).toBe(true)
  })

  test('cuts some frames in two by itself', async () => {
    const { cutLines, comments } = await readStream(await portal.chat('Tell me everything'))
    expect(cutLines).toBeGreaterThan(0)
    expect(comments).toContain('keep-alive')
  })

  test('puts thoughts between tags', async () => {
    const streamed = await readStream(await portal.chat('Hello', { model: 'sandbox/ponder' }))
    expect(wordsOf(streamed)).toMatch(/^<think>The visitor wants .+<\/think>Hello/)
  })

  test('stops at the number of tokens', async () => {
    const streamed = await readStream(await portal.chat('Tell me everything', { max_tokens: 5 }))
    expect(streamed.frames.at(-1)).toMatchObject({ choices: [{ finish_reason: 'length' }] })
    expect(wordsOf(streamed).length).toBeLessThan(40)
  })
})

describe('a native stream', () => {
  test('has texts of two kinds, empty errors, and the whole text at its end', async () => {
    const streamed = await readStream(await portal.chat('Hello', {}, native))
    const said = 'Hello, I am your assistant. What would you like to talk about?'
    expect(wordsOf(streamed)).toBe(said)
    expect(streamed.frames[0]).toMatchObject({ type: 'response.created', error: {} })
    expect(streamed.frames).toContainEqual(
      expect.objectContaining({ delta: { OfString: expect.any(String) } }),
    )
    expect(streamed.frames.at(-1)).toMatchObject({
      type: 'response',
      response: {
        output: [{ content: [{ type: 'output_text', text: said }] }],
        usage: { input_tokens: expect.any(Number) },
      },
    })
    expect(streamed.isDone).toBe(true)
  })

  test('has frames of their own for thoughts', async () => {
    const streamed = await readStream(
      await portal.chat('Hello', { model: 'sandbox/ponder' }, native),
    )
    const types = streamed.frames.map((frame) => JSON.stringify(frame))
    expect(types.some((type) => type.includes('response.reasoning_summary_text.delta'))).toBe(true)
    expect(types.some((type) => type.includes('response.thinking.delta'))).toBe(true)
    expect(wordsOf(streamed)).toMatch(/^Hello/)
  })

  test('of /responses ends as completed, or as incomplete with nothing to say', async () => {
    const ask = async (more: object) => {
      const body = { model: 'sandbox/ponder', input: 'Hello', stream: true, ...more }
      const headers = { 'x-api-key': portal.key }
      return readStream(await portal.send('POST', '/api/v1/responses', body, headers))
    }
    expect((await ask({})).frames.at(-1)).toMatchObject({ type: 'response.completed' })
    expect((await ask({ max_output_tokens: 3 })).frames.at(-1)).toMatchObject({
      type: 'response.incomplete',
      response: { output: null, incomplete_details: { reason: 'max_output_tokens' } },
    })
  })
})

test('a reply that is not streamed is one body', async () => {
  const body = await (await portal.chat('Hello', { stream: false })).json()
  expect(body).toMatchObject({
    object: 'chat.completion',
    choices: [{ message: { role: 'assistant' }, finish_reason: 'stop' }],
    usage: { completion_tokens: expect.any(Number) },
  })
})

test('a client that leaves is noticed at once, and words stop', async () => {
  const slow = await openPortal({ pace: { firstMs: 20, wordsPerSecond: 50 } })
  try {
    const leaving = new AbortController()
    const response = await slow.chat('Tell me everything', {}, {}, { signal: leaving.signal })
    const reader = response.body?.getReader()
    for (let chunks = 0; chunks < 10; chunks++) await reader?.read()
    leaving.abort()
    const left = Date.now()
    await expect.poll(async () => (await slow.state()).requests.at(-1)?.outcome).toBe('left')
    const { requests, openStreams, counters } = await slow.state()
    expect(openStreams).toBe(0)
    expect(counters.left).toBe(1)
    expect(requests.at(-1)).toMatchObject({ leftAfterMs: expect.any(Number) })
    expect(Math.abs(Number(requests.at(-1)?.leftAt) - left)).toBeLessThan(250)
    expect(Number(requests.at(-1)?.frames)).toBeLessThan(60)
  } finally {
    await slow.close()
  }
})

test('words come at the pace that is set', async () => {
  const paced = await openPortal({ pace: { firstMs: 150, wordsPerSecond: 100 } })
  try {
    const start = performance.now()
    const { frames } = await readStream(await paced.chat('How are you?'))
    const took = performance.now() - start
    expect(took).toBeGreaterThan(150 + (frames.length - 4) * 10)
    expect(took).toBeLessThan(2_000)
  } finally {
    await paced.close()
  }
})

test('fifty talk at the same time', async () => {
  const busy = await openPortal({ pace: { firstMs: 100, wordsPerSecond: 400 } })
  try {
    const all = Array.from({ length: 50 }, () => busy.chat('Tell me everything').then(readStream))
    const said = new Set((await Promise.all(all)).map(wordsOf))
    expect(said.size).toBe(1)
    expect((await busy.state()).mostOpenStreams).toBe(50)
  } finally {
    await busy.close()
  }
})
