import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { vendorDouble } from '@/lib/http/testing/vendor-double'
import { EventStreamError, readEvents, type ServerSentEvent } from './read-events'

type Options = Parameters<typeof readEvents>[1]

/** A body that arrives in these pieces. */
const bodyOf = (pieces: readonly Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })

const bytes = (text: string) => new TextEncoder().encode(text)

async function eventsOf(pieces: readonly Uint8Array[], options?: Options) {
  const events: ServerSentEvent[] = []
  for await (const event of readEvents(bodyOf(pieces), options)) events.push(event)
  return events
}

const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof EventStreamError ? error.reason : error),
  )

describe('server-sent events', () => {
  test('have names, lines and comments as the standard has them', async () => {
    const stream =
      '\ufeff: hello\n\ndata: one\n\nevent: delta\ndata: two\ndata:three\nid: 7\n\nevent: x\n\nnonsense\ndata\n\n'
    expect(await eventsOf([bytes(stream)])).toEqual([
      { event: 'message', data: 'one' },
      { event: 'delta', data: 'two\nthree' },
      { event: 'message', data: '' },
    ])
  })

  test.each(['\n', '\r\n', '\r'])('end their lines with %j', async (end) => {
    const stream = `data: one${end}${end}: comment${end}data: two${end}${end}`
    expect((await eventsOf([bytes(stream)])).map(({ data }) => data)).toEqual(['one', 'two'])
  })

  test('that are not finished are dropped', async () => {
    expect(await eventsOf([bytes('data: one\n\ndata: tw')])).toHaveLength(1)
    expect(await eventsOf([bytes('data: one\n\ndata: two\n')])).toHaveLength(1)
  })

  test('are the same however their bytes are cut up', async () => {
    const text = fc.string({ unit: 'grapheme' }).map((value) => value.replace(/[\r\n]/g, ''))
    const line = fc.oneof(
      text.map((value) => `data: ${value}`),
      text.map((value) => `data:${value}`),
      fc.constantFrom(
        'event: delta',
        'event: done',
        'id: 1',
        'retry: 5',
        ': alive',
        'nonsense',
        '',
      ),
      text,
    )
    const end = fc.constantFrom('\n', '\r\n', '\r')
    const stream = fc
      .array(fc.tuple(line, end), { maxLength: 30 })
      .map((lines) => lines.flat().join(''))
    await fc.assert(
      fc.asyncProperty(stream, fc.array(fc.nat(400)), fc.boolean(), async (text, cuts, marked) => {
        const whole = bytes(marked ? `\ufeff${text}` : text)
        const places = [0, ...cuts.map((cut) => cut % (whole.length + 1)), whole.length]
        const pieces = places
          .sort((a, b) => a - b)
          .map((place, n, all) => whole.subarray(place, all[n + 1] ?? place))
        const single = [...whole].map((byte) => Uint8Array.of(byte))
        const expected = await eventsOf([bytes(text)])
        expect(await eventsOf(pieces)).toEqual(expected)
        expect(await eventsOf(single)).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  test('are read from any bytes without another error than its own', async () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(pieces, async (stream) => {
        expect(Array.isArray(await eventsOf(stream))).toBe(true)
      }),
    )
  })

  test('are refused when one is too large, in one piece of 10 MB or in many', async () => {
    const large = bytes(`data: ${'x'.repeat(10_000_000)}\n\n`)
    expect(await reasonOf(eventsOf([large]))).toBe('too_large')
    const many = Array.from({ length: 100 }, () => bytes(`data: ${'x'.repeat(100_000)}\n`))
    expect(await reasonOf(eventsOf(many))).toBe('too_large')
    const endless = Array.from({ length: 100 }, () => bytes('x'.repeat(100_000)))
    expect(await reasonOf(eventsOf(endless))).toBe('too_large')
  })

  test('may be large together', async () => {
    const stream = `data: ${'x'.repeat(100_000)}\n\n`.repeat(100)
    expect(await eventsOf([bytes(stream)])).toHaveLength(100)
  })
})

describe('over HTTP', () => {
  /** A server that sends one event, then whatever the test says; tells when the client has left. */
  async function server(then: (end: (destroy: boolean) => void) => void = () => {}) {
    let left: (at: number) => void = () => {}
    const leftAt = new Promise<number>((resolve) => {
      left = resolve
    })
    const double = await vendorDouble((_, response) => {
      response.on('close', () => left(performance.now()))
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      response.write('data: one\n\n')
      then((destroy) => (destroy ? response.destroy() : response.end()))
    })
    const { body } = await fetch(double.url)
    if (!body) throw new Error('No body')
    return { ...double, body, leftAt }
  }

  test('leaving the loop closes the connection', async () => {
    const { body, leftAt, close } = await server()
    for await (const { data } of readEvents(body)) {
      expect(data).toBe('one')
      break
    }
    const left = performance.now()
    expect((await leftAt) - left).toBeLessThan(100)
    await close()
  })

  test('whoever leaves after the last event leaves a connection that can be used again', async () => {
    const ports: (number | undefined)[] = []
    const double = await vendorDouble((_, response) => {
      ports.push(response.socket?.remotePort)
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      response.write('data: [DONE]\n\n')
      setTimeout(() => response.end(), 5)
    })
    for (const _ of [1, 2, 3]) {
      const { body } = await fetch(double.url)
      if (!body) throw new Error('No body')
      for await (const { data } of readEvents(body)) if (data === '[DONE]') break
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
    expect(new Set(ports).size).toBe(1)
    await double.close()
  })

  test('aborting closes the connection while nothing comes, and throws the reason', async () => {
    const { body, leftAt, close } = await server()
    const abort = new AbortController()
    const events = readEvents(body, { signal: abort.signal })
    await events.next()
    const waiting = events.next()
    const aborted = performance.now()
    abort.abort('enough')
    expect(await reasonOf(waiting)).toBe('enough')
    expect((await leftAt) - aborted).toBeLessThan(100)
    await close()
  })

  test('a stream that stalls is given up', async () => {
    const { body, leftAt, close } = await server()
    const events = readEvents(body, { idleMs: 50 })
    await events.next()
    expect(await reasonOf(events.next())).toBe('stalled')
    await leftAt
    await close()
  })

  test('comments keep a stream alive', async () => {
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        for (let n = 0; n < 5; n++) {
          controller.enqueue(bytes(': alive\n\n'))
          await new Promise((resolve) => setTimeout(resolve, 40))
        }
        controller.enqueue(bytes('data: late\n\n'))
        controller.close()
      },
    })
    const events = readEvents(body, { idleMs: 100 })
    expect((await events.next()).value).toEqual({ event: 'message', data: 'late' })
  })

  test('a connection that breaks is an error, one that ends is not', async () => {
    const broken = await server((end) => setTimeout(() => end(true), 20))
    const read = async (body: ReadableStream<Uint8Array>) => {
      for await (const _ of readEvents(body)) {
        // Only how it ends matters here.
      }
    }
    expect(await reasonOf(read(broken.body))).toBe('lost')
    const whole = await server((end) => setTimeout(() => end(false), 20))
    expect(await reasonOf(read(whole.body))).toBe('no error')
    await Promise.all([broken.close(), whole.close()])
  })
})
