import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEvents } from '@/lib/chat/read-events'
import { readReply } from '@/lib/chat/read-reply'
import type { VendorChatEvent } from '@/lib/chat/server-chat'
import { Problem } from '@/lib/http/problem'
import { animusFrames } from './frames'

const content = (text: string, more: object = {}) => ({
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta: { content: text }, finish_reason: null }],
  ...more,
})
const end = (more: object = {}) => ({
  choices: [{ index: 0, delta: {}, finish_reason: 'stop' }],
  usage: { prompt_tokens: 3, completion_tokens: 2 },
  ...more,
})

/** What is heard of these frames, in pieces of `size` bytes. */
async function heard(frames: readonly unknown[], { size = 1_000, done = true } = {}) {
  const sent = [...frames.map((frame) => JSON.stringify(frame)), ...(done ? ['[DONE]'] : [])]
  const bytes = new TextEncoder().encode(sent.map((data) => `data: ${data}\n\n`).join(''))
  let at = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + size))
      else controller.close()
      at += size
    },
  })
  const events: VendorChatEvent[] = []
  for await (const event of readReply(readEvents(body), animusFrames())) events.push(event)
  return events
}

const words = (events: VendorChatEvent[], type: 'delta' | 'reasoning' = 'delta') =>
  events.map((event) => (event.type === type ? event.text : '')).join('')

describe('a reply of Animus’', () => {
  test('is its words, its thoughts apart, and what it cost', async () => {
    const thought = { choices: [{ index: 0, delta: { reasoning: 'Hm. ' } }] }
    const events = await heard([thought, content('Good '), content('day.'), end()])
    expect(events).toEqual([
      { type: 'reasoning', text: 'Hm. ' },
      { type: 'delta', text: 'Good ' },
      { type: 'delta', text: 'day.' },
      { type: 'done', finish: 'complete', usage: { promptTokens: 3, replyTokens: 2 } },
    ])
  })

  test('has thoughts between tags, too, however they are cut up', async () => {
    const pieces = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 60, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(pieces, fc.integer({ min: 1, max: 40 }), async (lengths, size) => {
        let rest = '<think>A café — ☕️?</think>\n\nGood day 👩‍🚀.'
        const frames = lengths.flatMap((length) => {
          const text = rest.slice(0, length)
          rest = rest.slice(length)
          return text ? [content(text)] : []
        })
        const events = await heard([...frames, content(rest), end()], { size })
        expect(words(events, 'reasoning')).toBe('A café — ☕️?')
        expect(words(events)).toBe('Good day 👩‍🚀.')
      }),
      { numRuns: 50 },
    )
  })
})

describe('a reply that violates what the vendor allows', () => {
  const violation = { compliance_violations: ['gore'] }

  test.each([
    ['in a chunk with words', [content('One. '), content('Two.', violation), end()]],
    ['with its end', [content('One. '), end(violation)]],
    [
      'in a choice',
      [content('One. '), { choices: [{ delta: { content: 'Two.' }, ...violation }] }, end()],
    ],
    ['and says more', [content('One. '), { ...violation }, content('Two.'), end()]],
  ])('is filtered from there on: told %s', async (_, frames) => {
    const events = await heard(frames)
    expect(words(events)).toBe('One. ')
    expect(events.at(-1)).toMatchObject({ type: 'done', finish: 'filtered' })
  })

  test('is filtered where nothing of it was said, and where its stream is cut', async () => {
    const events = await heard([content('Two.', violation)], { done: false })
    expect(events).toEqual([{ type: 'done', finish: 'filtered' }])
  })

  test('with an empty list does not', async () => {
    const events = await heard([content('One.', { compliance_violations: [] }), end()])
    expect(words(events)).toBe('One.')
  })
})

test('whatever is in a stream, it is a reply or a vendor’s problem, and never words after a violation', async () => {
  const secret = 'withheld'
  const frame = fc.oneof(
    fc.string({ unit: 'grapheme' }).map((text) => content(text)),
    fc.constant(end()),
    fc.constant(content(secret, { compliance_violations: ['gore'] })),
    fc.constant({ error: { message: 'inner words', code: 504 } }),
    fc.jsonValue(),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(frame, { maxLength: 12 }), fc.nat(30), async (frames, size) => {
      const outcome = await heard(frames, { size: size + 1 }).catch((error: unknown) => error)
      if (Array.isArray(outcome)) {
        expect(words(outcome)).not.toContain(secret)
        expect(outcome.at(-1)).toMatchObject({ type: 'done' })
        return
      }
      expect(outcome).toBeInstanceOf(Problem)
      expect(String(outcome)).not.toContain('inner words')
    }),
    { numRuns: 300 },
  )
})
