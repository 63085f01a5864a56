import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { swaramUnderTest } from '@/sandbox/swaram/testing/swaram-under-test'
import type { RealtimeEvent } from './realtime-events'
import { type Line, openLine } from './socket'

/** Node 20 has none of its own. This one would end the process with what a browser only logs. */
class BrowserSocket extends WebSocket {
  constructor(url: string, protocols: string[]) {
    super(url, protocols)
    this.on('error', () => {})
  }
}
vi.stubGlobal('WebSocket', BrowserSocket)

const swaram = await swaramUnderTest()
const url = `${swaram.url.replace('http', 'ws')}/v1/realtime?model=mal-realtime-simple`
const lines: Line[] = []
beforeEach(() => swaram.reset())
afterEach(() => Promise.all(lines.splice(0).map((line) => line.close())))
afterAll(() => swaram.close())

async function open(token?: string, signal = new AbortController().signal, where = url) {
  const events: RealtimeEvent[] = []
  const closes: number[] = []
  let frames = 0
  const line = await openLine(
    { url: where, value: token ?? (await swaram.mint()) },
    {
      onEvent: (event) => events.push(event),
      onFrame: () => {
        frames += 1
      },
      onClose: (code) => closes.push(code),
    },
    signal,
  )
  lines.push(line)
  return { line, events, closes, frames: () => frames }
}

const openAtVendor = async () => (await swaram.state()).sessions.map(({ id }) => id)

describe('opening', () => {
  test('resolves once the session stands, with the vendor’s id of it', async () => {
    const { line } = await open()
    expect(await openAtVendor()).toEqual([line.sessionId])
  })

  test.each([
    [4001, { code: 'token_refused' }],
    [4003, { code: 'vendor_out_of_credit' }],
    [4008, { code: 'vendor_busy', retryAfter: 60 }],
    [1013, { code: 'vendor_busy' }],
    [1011, { code: 'connection_failed' }],
    [1006, { code: 'connection_failed' }],
  ])('closed with %i at once, it is %j', async (code, failure) => {
    await swaram.fault({ kind: 'close', code, at: 'open' })
    await expect(open()).rejects.toMatchObject({ failure })
  })

  test('a token that has expired is refused, so that another one is asked for', async () => {
    await swaram.fault({ kind: 'token-life', seconds: 0 })
    await expect(open()).rejects.toMatchObject({ failure: { code: 'token_refused' } })
  })

  test('a vendor that nobody can reach is a failed connection', async () => {
    const nowhere = 'ws://127.0.0.1:9/v1/realtime'
    await expect(open('swaram_ek_x', undefined, nowhere)).rejects.toMatchObject({
      failure: { code: 'connection_failed' },
    })
  })

  test.each([0, 1, 5, 20])('given up after %i ms, nothing stays open', async (ms) => {
    const abort = new AbortController()
    const token = await swaram.mint()
    const opening = open(token, abort.signal)
    setTimeout(() => abort.abort(new Error('left')), ms)
    await opening.catch(() => {})
    await expect.poll(openAtVendor).toEqual([])
  })

  test('what comes with the first frame is not lost', async () => {
    const server = new WebSocketServer({ port: 0, handleProtocols: () => 'realtime' })
    server.on('connection', (socket) => {
      socket.send('{"type":"session.created","session":{"id":"s"}}')
      socket.send('{"type":"input_audio_buffer.speech_started"}')
      socket.close(4003)
    })
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const { line, events, closes } = await open('swaram_ek_x', undefined, `ws://127.0.0.1:${port}`)
    expect(line.sessionId).toBe('s')
    await expect.poll(() => closes).toEqual([4003])
    expect(events).toEqual([{ type: 'visitor-speech', on: true }])
    server.close()
  })
})

describe('an open line', () => {
  test('tells with which code the other end has closed it', async () => {
    const { closes } = await open()
    await swaram.fault({ kind: 'close', code: 1013, afterMs: 0 })
    await expect.poll(() => closes).toEqual([1013])
  })

  test('closed here is closed there, any number of times, and tells nothing more', async () => {
    const { line, closes, events } = await open()
    await Promise.all([line.close(), line.close()])
    await line.close()
    expect(await openAtVendor()).toEqual([])
    expect([closes, events]).toEqual([[], []])
    line.send({ type: 'response.create' })
  })

  test.each(['malformed-json', 'unknown-event', 'binary', 'huge', 'early-done', 'odd-bytes'])(
    'goes on after a frame that is %s',
    async (frame) => {
      await swaram.fault({ kind: 'bad-frame', frame, times: 1 })
      const { line, events, closes } = await open()
      line.send({ type: 'response.create' })
      // A second of sound: the frame comes after half of it.
      const pieces = () => events.filter(({ type }) => type === 'audio').length
      await expect.poll(pieces, { timeout: 15_000 }).toBeGreaterThan(12)
      expect(closes).toEqual([])
    },
  )

  test('sound is dropped, and not queued, where the network does not keep up', async () => {
    const { line } = await open()
    const second = 'A'.repeat(64_000)
    let most = 0
    for (let n = 0; n < 2_000; n += 1) {
      line.sendSound(second)
      most = Math.max(most, line.waiting())
    }
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThan(400_000)
  })
})
