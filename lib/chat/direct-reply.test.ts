import type { ServerResponse } from 'node:http'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { ConversationError, failureCodes } from '@/lib/conversation/failure'
import { type VendorDouble, vendorDouble } from '@/lib/http/testing/vendor-double'
import type { ChatEvent } from './chat-source'
import { directReply, refusal } from './direct-reply'
import { readChunk } from './openai-chunks'

let vendor: VendorDouble
afterEach(() => vendor.close())

const serve = async (answer: (response: ServerResponse) => void) => {
  vendor = await vendorDouble((_, response) => answer(response))
}

async function reply({ signal = new AbortController().signal, idleMs = 1_000 } = {}) {
  const response = await fetch(vendor.url)
  const options = { sessionId: 's-1', readFrame: readChunk, signal, idleMs }
  const events: ChatEvent[] = []
  for await (const event of directReply(response, options)) events.push(event)
  return events
}

const failureOf = async (work: Promise<unknown>) => {
  const error = await work.catch((reason: unknown) => reason)
  if (error instanceof ConversationError) return error.failure
  throw new Error(`Expected a failure, got ${String(error)}`)
}

const stream = (response: ServerResponse) =>
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
const words = (text: string) => ({ choices: [{ delta: { content: text } }] })
const frame = (data: unknown) =>
  `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`

describe('a reply that a page gets from a vendor itself', () => {
  test('is its session, its words and its end, without what it cost', async () => {
    await serve((response) => {
      const usage = { prompt_tokens: 1, completion_tokens: 1 }
      stream(response).write(frame(words('Good day')))
      response.end(frame({ choices: [{ finish_reason: 'stop' }], usage }) + frame('[DONE]'))
    })
    expect(await reply()).toEqual([
      { type: 'session', sessionId: 's-1' },
      { type: 'delta', text: 'Good day' },
      { type: 'done', finish: 'complete' },
    ])
  })

  test('that stalls is given up, and the vendor is left', async () => {
    let left: () => void = () => {}
    const gone = new Promise<void>((resolve) => {
      left = resolve
    })
    await serve((response) => {
      response.on('close', left)
      stream(response).write(frame(words('Good')))
    })
    expect(await failureOf(reply({ idleMs: 60 }))).toEqual({ code: 'vendor_timeout' })
    await gone
  })

  test('is a failure there are words for, whatever is sent and wherever it is cut', async () => {
    const data = fc.oneof(
      fc.string({ unit: 'grapheme' }).map((text) => frame(words(text))),
      fc.constant(frame({ choices: [{ finish_reason: 'stop' }] })),
      fc.constant(frame('[DONE]')),
      fc.constant(frame({ error: { message: 'inner words' } })),
      fc.jsonValue().map((value) => frame(value)),
      fc.string().map((text) => frame(text.replace(/[\r\n]/g, ' '))),
      fc.string(),
    )
    let sent = Buffer.alloc(0)
    let cut = 0
    let isBroken = false
    await serve((response) => {
      stream(response).flushHeaders()
      response.write(sent.subarray(0, cut), () => {
        if (isBroken) response.destroy()
        else response.end(sent.subarray(cut))
      })
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(data, { maxLength: 6 }),
        fc.nat(500),
        fc.boolean(),
        async (frames, at, broken) => {
          sent = Buffer.from(frames.join(''))
          cut = Math.min(at, sent.length)
          isBroken = broken
          const outcome = await reply().catch((error: unknown) => error)
          if (Array.isArray(outcome)) expect(outcome.at(-1)).toMatchObject({ type: 'done' })
          else if (outcome instanceof ConversationError) {
            expect(failureCodes).toContain(outcome.failure.code)
            expect(outcome.message).not.toContain('inner words')
          } else throw outcome
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('a refusal', () => {
  test.each([
    ['12', 12],
    ['0', 1],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
    ['-5', undefined],
    ['soon', undefined],
  ])('that asks to wait %j says so where that is a number', async (value, retryAfter) => {
    await serve((response) => response.writeHead(429, { 'Retry-After': value }).end('inner words'))
    const { failure, message } = await refusal(await fetch(vendor.url), 'vendor_busy')
    expect(failure).toEqual({ code: 'vendor_busy', retryAfter })
    expect(message).not.toContain('inner words')
  })
})
