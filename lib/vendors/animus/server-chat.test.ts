import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem } from '@/lib/http/problem'
import { animusUnderTest } from './testing/animus-under-test'

const lines: string[] = []
vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))

const animus = await animusUnderTest()
Object.assign(process.env, { ANIMUS_API_KEY: animus.apiKey, ANIMUS_API_URL: animus.url })
const { animusServerChat } = await import('./server-chat')

afterAll(() => animus.close())
beforeEach(async () => {
  lines.splice(0)
  await animus.calm()
})

const never = new AbortController().signal

async function reply(said = 'Tell me about tea.', signal = never) {
  const stream = await animusServerChat.stream(
    { system: 'Your name is Mira.', messages: [{ role: 'user', content: said }], maxTokens: 200 },
    signal,
  )
  const events = []
  for await (const event of stream) events.push(event)
  return {
    events,
    text: events.map((event) => (event.type === 'delta' ? event.text : '')).join(''),
  }
}

const problemOf = async (work: Promise<unknown>) => {
  const error = await work.catch((reason: unknown) => reason)
  if (error instanceof Problem) return error
  throw new Error(`Expected a problem, got ${String(error)}`)
}

describe('a reply that our server asks for', () => {
  test('comes over /v2 with the key, looked over and bounded', async () => {
    const { events, text } = await reply()
    expect(text.length).toBeGreaterThan(10)
    expect(events.at(-1)).toMatchObject({
      type: 'done',
      finish: 'complete',
      usage: { promptTokens: expect.any(Number), replyTokens: expect.any(Number) },
    })
    expect((await animus.state()).requests.at(-1)).toMatchObject({
      path: '/v2/chat/completions',
      stream: true,
      compliance: true,
      maxTokens: 200,
      messages: 2,
      system: 'Your name is Mira.',
    })
    expect(animusServerChat.model()).toBe('vivian-llama3.1-70b-1.0-fp8')
  })

  test('is filtered where the vendor objects to it', async () => {
    const { events } = await reply('Describe the gore.')
    expect(events.at(-1)).toMatchObject({ type: 'done', finish: 'filtered' })
  })

  test.each([
    [{ status: 401 }, 'vendor_rejected_credentials'],
    [{ status: 403 }, 'vendor_rejected_credentials'],
    [{ status: 402 }, 'vendor_out_of_credit'],
    [{ status: 429, retryAfter: 7 }, 'vendor_busy'],
    [{ status: 500, detail: 'inner words' }, 'vendor_error'],
    [{ status: 504 }, 'vendor_timeout'],
    [{ html: '<h1>Gateway</h1>', status: 200 }, 'vendor_error'],
    [{ event: 'error' }, 'vendor_error'],
    [{ event: 'cut' }, 'vendor_error'],
    [{ event: 'malformed' }, 'vendor_error'],
    [{ event: 'huge' }, 'vendor_error'],
    [{ event: 'empty' }, 'vendor_error'],
  ])('that meets %j ends as a problem, without the vendor’s words', async (fault, code) => {
    await animus.fault({ kind: 'chat', message: 'inner words', ...fault })
    const problem = await problemOf(reply())
    expect(problem.code).toBe(code)
    if (code === 'vendor_busy') expect(problem.retryAfter).toBe(7)
    const told = JSON.stringify([problem.message, problem.detail, ...lines])
    for (const secret of ['inner words', animus.apiKey, 'Mira', 'tea']) {
      expect(told).not.toContain(secret)
    }
  })

  test.each(['split-utf8', 'unknown', 'out-of-order'])('survives %s', async (event) => {
    await animus.fault({ kind: 'chat', event })
    const { events, text } = await reply()
    expect(text).not.toContain('\ufffd')
    if (event === 'split-utf8') expect(text).toContain('Naïve café ☕️ മലയാളം 👩‍🚀🙂')
    expect(events.at(-1)).toMatchObject({ type: 'done', finish: 'complete' })
  })
})

describe('whoever leaves', () => {
  test('before the first byte ends it with their own reason', async () => {
    await animus.fault({ kind: 'chat', hang: true })
    const abort = new AbortController()
    const answer = reply('Hello', abort.signal)
    setTimeout(() => abort.abort(new Error('left')), 50)
    await expect(answer).rejects.toThrow('left')
  })

  test('in the middle ends it at the vendor within 100 ms', { retry: 2 }, async () => {
    await animus.pace({ wordsPerSecond: 20 })
    const abort = new AbortController()
    const stream = await animusServerChat.stream(
      { system: 'x', messages: [{ role: 'user', content: 'A long story' }], maxTokens: 500 },
      abort.signal,
    )
    let left = 0
    const read = async () => {
      for await (const event of stream) {
        if (event.type !== 'delta') continue
        left = Date.now()
        abort.abort(new Error('left'))
      }
    }
    await expect(read()).rejects.toThrow('left')
    await vi.waitFor(async () => expect((await animus.state()).openStreams).toBe(0))
    // By the vendor's own clock: asking it takes longer.
    const { leftAt = Number.NaN } = (await animus.state()).requests.at(-1) ?? {}
    expect(leftAt - left).toBeLessThan(100)
  })
})
