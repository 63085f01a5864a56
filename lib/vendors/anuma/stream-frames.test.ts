import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ServerSentEvent } from '@/lib/chat/read-events'
import { readReply } from '@/lib/chat/read-reply'
import type { VendorChatEvent } from '@/lib/chat/server-chat'
import { Problem } from '@/lib/http/problem'
import { anumaFrames } from './stream-frames'

async function* sent(frames: readonly unknown[]): AsyncGenerator<ServerSentEvent> {
  for (const frame of frames) {
    yield { event: 'message', data: typeof frame === 'string' ? frame : JSON.stringify(frame) }
  }
}

async function read(frames: readonly unknown[]) {
  const events: VendorChatEvent[] = []
  for await (const event of readReply(sent(frames), anumaFrames())) events.push(event)
  return events
}

const problemOf = (frames: readonly unknown[]) =>
  read(frames).then(
    () => undefined,
    (error: unknown) => (error instanceof Problem ? error.code : error),
  )

const created = { type: 'response.created', response: { id: 'r', model: 'a/b' }, error: {} }
const delta = (delta: unknown) => ({ type: 'response.output_text.delta', delta })
const output = (text: string) => [{ type: 'message', content: [{ type: 'output_text', text }] }]
const whole = (text: string, more: object = {}) => ({
  type: 'response',
  response: {
    status: '',
    incomplete_details: { reason: '' },
    output: output(text),
    usage: { input_tokens: 9, output_tokens: 2 },
    ...more,
  },
})
const usage = { promptTokens: 9, replyTokens: 2 }
const done = '[DONE]'

describe('Anuma’s own envelope', () => {
  test('has words as texts or in an object, and the whole of them once more', async () => {
    expect(
      await read([created, delta('Hel'), delta({ OfString: 'lo' }), whole('Hello'), done]),
    ).toEqual([
      { type: 'delta', text: 'Hel' },
      { type: 'delta', text: 'lo' },
      { type: 'done', finish: 'complete', usage },
    ])
  })

  test('may have the whole of them only, or before them', async () => {
    expect(await read([created, whole('Hello'), done])).toEqual([
      { type: 'delta', text: 'Hello' },
      { type: 'done', finish: 'complete', usage },
    ])
    const early = await read([whole('Hello'), delta('Hel'), delta('lo'), done])
    expect(early.filter(({ type }) => type === 'delta')).toHaveLength(2)
  })

  test.each(['response.reasoning_summary_text.delta', 'response.thinking.delta'])(
    'has thoughts in %s, which are no words',
    async (type) => {
      expect(await read([{ type, delta: { OfString: 'Hm.' } }, delta('Yes'), done])).toMatchObject([
        { type: 'reasoning', text: 'Hm.' },
        { type: 'delta', text: 'Yes' },
        { type: 'done' },
      ])
    },
  )

  test('tells how it ends', async () => {
    const end = (type: string, response: object) =>
      read([delta('Yes'), { type, response }]).then((events) => events.at(-1))
    expect(await end('response.completed', {})).toMatchObject({ finish: 'complete' })
    const cut = { incomplete_details: { reason: 'max_output_tokens' } }
    expect(await end('response.incomplete', cut)).toMatchObject({ finish: 'length' })
    const withheld = { incomplete_details: { reason: 'content_filter' } }
    expect(await end('response.incomplete', withheld)).toMatchObject({ finish: 'filtered' })
  })

  test('fails in a frame of its own, in an error, without a word, or when it is cut', async () => {
    const failed = (error: object) => ({ type: 'response.failed', response: { error } })
    expect(await problemOf([delta('Y'), failed({ code: 'server_error' }), done])).toBe(
      'vendor_error',
    )
    expect(await problemOf([failed({ code: 'rate_limit_exceeded' }), done])).toBe('vendor_busy')
    expect(await problemOf([{ error: 'insufficient_balance' }, done])).toBe('vendor_out_of_credit')
    const thoughtsOnly = whole('', { output: null })
    expect(await problemOf([created, thoughtsOnly, done])).toBe('vendor_error')
    expect(await problemOf([created, delta('Hel')])).toBe('vendor_error')
    expect(await problemOf([delta(42), done])).toBe('vendor_error')
  })
})

describe('OpenAI’s chunks from Anuma', () => {
  const chunk = (content: string) => ({ choices: [{ delta: { content }, finish_reason: null }] })

  test('have thoughts between tags, which may be cut up', async () => {
    const pieces = ['<thi', 'nk>Hm', '.</', 'think>', '\n\nYes', ', ', 'sure']
    expect(await read([...pieces.map(chunk), done])).toEqual([
      { type: 'reasoning', text: 'Hm' },
      { type: 'reasoning', text: '.' },
      { type: 'delta', text: 'Yes' },
      { type: 'delta', text: ', ' },
      { type: 'delta', text: 'sure' },
      { type: 'done', finish: 'complete' },
    ])
  })

  test('that are thoughts only are a failure', async () => {
    expect(await problemOf([chunk('<think>Hm.'), done])).toBe('vendor_error')
  })
})

test('whatever Anuma sends is a reply or a problem, in any order', async () => {
  const frame = fc.oneof(
    fc.constantFrom(created, delta('a'), whole('b'), done, { error: {} }, { type: 'response' }),
    fc.record({
      type: fc.constantFrom(
        'response',
        'response.failed',
        'response.completed',
        'response.output_text.delta',
        'response.thinking.delta',
        'portal.tool',
      ),
      delta: fc.jsonValue(),
      response: fc.jsonValue(),
      error: fc.jsonValue(),
    }),
    fc.jsonValue(),
    fc.string(),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(frame, { maxLength: 12 }), async (frames) => {
      const end = await read(frames).catch((error: unknown) => error)
      expect(end instanceof Problem || (Array.isArray(end) && end.at(-1)?.type === 'done')).toBe(
        true,
      )
    }),
    { numRuns: 500 },
  )
})
