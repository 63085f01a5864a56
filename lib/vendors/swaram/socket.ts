import { ConversationError } from '@/lib/conversation/failure'
import { within } from '@/lib/conversation/time'
import { failureOf } from './close-codes'
import { type RealtimeEvent, readEvent } from './realtime-events'

/** Sound beyond this, in bytes, waits for a network that does not keep up: about four seconds. */
const mostBuffered = 256 * 1024
/** The other end may be gone: so long its goodbye is waited for, in ms. */
const goodbyeMs = 1_000

export interface Line {
  /** Swaram's id of the session, where it tells one. */
  sessionId: string | undefined
  /** Our half: what cannot be sent any more is lost. */
  send: (event: object) => void
  /** Sound is dropped, and not queued, where the network does not keep up. */
  sendSound: (audio: string) => void
  /** Bytes that wait to be sent. */
  waiting: () => number
  /** Resolves once nothing is open any more. */
  close: () => Promise<void>
}

interface Listener {
  /** Every event that could be read. */
  onEvent: (event: RealtimeEvent) => void
  /** Something came, whatever it was. */
  onFrame: () => void
  /** Once, and not after our own `close`. */
  onClose: (code: number) => void
}

/** Opens a socket. Resolves with it when Swaram says that the session stands; throws `ConversationError`. */
export function openLine(
  { url, value }: { url: string; value: string },
  listener: Listener,
  signal: AbortSignal,
): Promise<Line> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    let isOpen = false
    let isOver = false
    // The key in a header is not for browsers, and in the address it would be logged (reference A3).
    const socket = new WebSocket(url, ['realtime', `openai-insecure-api-key.${value}`])
    const closed = new Promise<void>((done) => {
      socket.addEventListener('close', () => done(), { once: true })
    })
    const line: Line = {
      sessionId: undefined,
      send(event) {
        if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(event))
      },
      sendSound(audio) {
        if (socket.bufferedAmount < mostBuffered) {
          line.send({ type: 'input_audio_buffer.append', audio })
        }
      },
      waiting: () => socket.bufferedAmount,
      async close() {
        isOver = true
        socket.close(1000)
        await within(goodbyeMs, closed, undefined)
      },
    }
    // All of them in the task that makes it: a refusal comes at once, and would be lost.
    socket.addEventListener('message', ({ data }) => {
      if (isOver) return
      listener.onFrame()
      const event = readEvent(data)
      if (!event) return
      if (event.type !== 'created') return listener.onEvent(event)
      isOpen = true
      line.sessionId = event.id
      resolve(line)
    })
    socket.addEventListener('close', ({ code }) => {
      if (isOver) return
      isOver = true
      if (isOpen) listener.onClose(code)
      else reject(new ConversationError(failureOf(code) ?? { code: 'connection_failed' }))
    })
    signal.addEventListener('abort', () => {
      void line.close()
      reject(signal.reason)
    })
  })
}
