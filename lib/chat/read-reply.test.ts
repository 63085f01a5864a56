import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '@/lib/http/problem'
import { readChunk } from './openai-chunks'
import { EventStreamError, type ServerSentEvent } from './read-events'
import { readReply } from './read-reply'
import type { VendorChatEvent } from './server-chat'

async function* sent(frames: readonly unknown[], end?: Error): AsyncGenerator<ServerSentEvent> {
  for (const frame of frames) {
    yield { event: 'message', data: typeof frame === 'string' ? frame : JSON.stringify(frame) }
  }
  if (end) throw end
}

const chunk = (delta: object, finish_reason: string | null = null, more: object = {}) => ({
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta, finish_reason }],
  ...more,
})
const word = (content: string) => chunk({ content })
const stop = chunk({}, 'stop')
const done = '[DONE]'

async function read(frames: readonly unknown[], end?: Error) {
  const events: VendorChatEvent[] = []
  for await (const event of readReply(sent(frames, end), readChunk)) events.push(event)
  return events
}

/** The code of the problem that a stream ends with. */
const problemOf = (frames: readonly unknown[], end?: Error) =>
  read(frames, end).then(
    () => undefined,
    (error: unknown) => (error instanceof Problem ? error.code : error),
  )

const words = (events: VendorChatEvent[]) =>
  events.map((event) => (event.type === 'delta' ? event.text : '')).join('')

describe('a reply in chunks', () => {
  test('is its words in order, then how it ended and what it used', async () => {
    const usage = { prompt_tokens: 12, completion_tokens: 2, credits_used: 1 }
    const opening = chunk({ role: 'assistant', content: '' })
    expect(await read([opening, word('Hel'), word('lo'), stop, { choices: [], usage }, done]))
      // The frames without words say nothing.
      .toEqual([
        { type: 'delta', text: 'Hel' },
        { type: 'delta', text: 'lo' },
        { type: 'done', finish: 'complete', usage: { promptTokens: 12, replyTokens: 2 } },
      ])
  })

  test.each(['reasoning', 'reasoning_content'])('keeps %s apart from its words', async (name) => {
    expect(await read([chunk({ [name]: 'Hm.' }), word('Yes'), stop, done])).toEqual([
      { type: 'reasoning', text: 'Hm.' },
      { type: 'delta', text: 'Yes' },
      { type: 'done', finish: 'complete' },
    ])
  })

  test.each([
    ['length', 'length'],
    ['max_tokens', 'length'],
    ['content_filter', 'filtered'],
    ['something_new', 'complete'],
  ])('that ends for %s is %s', async (reason, finish) => {
    expect((await read([word('Yes'), chunk({}, reason), done])).at(-1)).toEqual({
      type: 'done',
      finish,
    })
  })

  test('may have all of its words withheld', async () => {
    expect(await read([chunk({}, 'content_filter'), done])).toEqual([
      { type: 'done', finish: 'filtered' },
    ])
  })

  test('ignores what it does not know', async () => {
    const strange = [42, null, [], '', '   ', 'null', { type: 'portal.tool' }, { error: {} }, {}]
    expect(words(await read([...strange, word('Yes'), ...strange, stop, done]))).toBe('Yes')
  })

  test('ignores events with a name of their own, whatever they hold', async () => {
    async function* events() {
      yield { event: 'portal', data: '{half' }
      yield* sent([word('Yes'), done])
    }
    const read: VendorChatEvent[] = []
    for await (const event of readReply(events(), readChunk)) read.push(event)
    expect(words(read)).toBe('Yes')
  })

  test('ends at its end, whatever comes after it', async () => {
    expect(words(await read([word('Yes'), stop, done, word(' and no'), '{half']))).toBe('Yes')
  })

  test('that is whole by its own words waits for nothing, and no failure after it counts', async () => {
    const whole = () => ({ text: 'Yes', finish: 'filtered' as const, isWhole: true })
    async function* events() {
      yield* sent([{}])
      throw new EventStreamError('stalled')
    }
    const read: VendorChatEvent[] = []
    for await (const event of readReply(events(), whole)) read.push(event)
    expect(read).toEqual([
      { type: 'delta', text: 'Yes' },
      { type: 'done', finish: 'filtered' },
    ])
  })

  test('does not lose its words over nonsense about tokens', async () => {
    for (const usage of ['much', { prompt_tokens: -1, completion_tokens: 1e30 }, []]) {
      expect(await read([word('Yes'), chunk({}, 'stop', { usage }), done])).toHaveLength(2)
    }
  })
})

describe('a reply fails', () => {
  test('when its stream ends without saying so', async () => {
    expect(await problemOf([word('Hel')])).toBe('vendor_error')
    expect(await problemOf([word('Hello'), stop])).toBe('vendor_error')
    expect(await problemOf([])).toBe('vendor_error')
  })

  test('when it has no word, thoughts or not', async () => {
    expect(await problemOf([stop, done])).toBe('vendor_error')
    expect(await problemOf([chunk({ reasoning: 'Hm.' }), chunk({}, 'length'), done])).toBe(
      'vendor_error',
    )
  })

  test('when an error comes in place of words', async () => {
    for (const error of ['overloaded', { message: 'overloaded', code: 'timeout' }]) {
      expect(await problemOf([word('Hel'), { error }, done])).toBe('vendor_error')
    }
  })

  test('when a frame is not JSON, or its words are none', async () => {
    expect(await problemOf([word('Hel'), '{"choices":[{"delta', done])).toBe('vendor_error')
    expect(await problemOf([word('Hel'), chunk({ content: 42 }), done])).toBe('vendor_error')
  })

  test('when it does not end', async () => {
    const endless = Array.from({ length: 500 }, () => word('x'.repeat(1_000)))
    expect(await problemOf([...endless, done])).toBe('vendor_error')
  })

  test('in the words of the app when its stream fails', async () => {
    const because = (reason: EventStreamError['reason']) =>
      problemOf([word('Hel')], new EventStreamError(reason))
    expect(await because('stalled')).toBe('vendor_timeout')
    expect(await because('lost')).toBe('vendor_error')
    expect(await because('too_large')).toBe('vendor_error')
  })
})

test('whatever a vendor sends is a reply or a problem', async () => {
  const frame = fc.oneof(
    fc.json(),
    fc.string(),
    fc.constantFrom(word('a'), stop, done, { choices: [{}] }, { choices: [null] }, { error: 'x' }),
    fc.record({ choices: fc.anything(), usage: fc.anything() }, { requiredKeys: [] }),
    fc.anything().map((delta) => ({ choices: [{ delta }] })),
  )
  const json = frame.filter((value) => {
    try {
      return JSON.stringify(value) !== undefined
    } catch {
      return false
    }
  })
  await fc.assert(
    fc.asyncProperty(fc.array(json, { maxLength: 12 }), async (frames) => {
      const end = await read(frames).catch((error: unknown) => error)
      expect(end instanceof Problem || (Array.isArray(end) && end.at(-1)?.type === 'done')).toBe(
        true,
      )
    }),
    { numRuns: 500 },
  )
})
