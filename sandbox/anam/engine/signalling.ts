import type { WebSocket } from 'ws'
import { z } from 'zod'

const envelope = z.object({ actionType: z.string(), payload: z.unknown().optional() })
export type Envelope = z.infer<typeof envelope>

/** The signalling WebSocket of a session; the browser may come back with a new one. */
export class Signalling {
  #socket: WebSocket | undefined

  constructor(
    private readonly sessionId: string,
    private readonly events: { message(message: Envelope): void; gone(): void },
  ) {}

  get isConnected(): boolean {
    return this.#socket !== undefined
  }

  attach(socket: WebSocket) {
    const previous = this.#socket
    this.#socket = socket
    previous?.terminate()
    socket.on('error', () => socket.terminate())
    socket.on('message', (raw) => {
      const message = readEnvelope(String(raw))
      if (message && this.#socket === socket) this.events.message(message)
    })
    socket.on('close', () => {
      if (this.#socket !== socket) return
      this.#socket = undefined
      this.events.gone()
    })
  }

  /** Sends one message; without a connection it is dropped. */
  send(actionType: string, payload: unknown) {
    const socket = this.#socket
    if (socket?.readyState !== socket?.OPEN) return
    try {
      socket?.send(JSON.stringify({ actionType, sessionId: this.sessionId, payload }))
    } catch {
      // Closed between the question and the sending.
    }
  }

  /** Cuts the connection without goodbye, as a network does. */
  drop() {
    this.#socket?.terminate()
  }

  /** Ends it for good. */
  close() {
    const socket = this.#socket
    this.#socket = undefined
    socket?.close(1000)
  }
}

function readEnvelope(raw: string): Envelope | undefined {
  try {
    return envelope.safeParse(JSON.parse(raw)).data
  } catch {
    return undefined
  }
}
