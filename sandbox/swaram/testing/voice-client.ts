import { once } from 'node:events'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { until } from './until'

const event = z.looseObject({ type: z.string() })
export type ServerEvent = z.infer<typeof event>

export interface VoiceClientOptions {
  /** What is offered as subprotocols. */
  protocols?: string[]
  headers?: Record<string, string>
  query?: Record<string, string>
}

const RATE = 24_000

/** A tone in PCM16 LE mono at 24 kHz; with loudness 0 it is silence. */
export function tone(ms: number, loudness = 0.3): Buffer {
  const samples = Int16Array.from({ length: (RATE * ms) / 1_000 }, (_, index) =>
    Math.round(Math.sin((2 * Math.PI * 220 * index) / RATE) * loudness * 32_767),
  )
  return Buffer.from(samples.buffer)
}

/** A WebSocket as a browser opens it, with everything that came over it. */
export class VoiceClient {
  readonly events: ServerEvent[] = []
  /** Frames that are no JSON. */
  readonly broken: string[] = []
  closed: { code: number; reason: string } | undefined
  readonly socket: WebSocket

  constructor(url: string, { protocols = [], headers = {}, query = {} }: VoiceClientOptions = {}) {
    const address = new URL(`${url.replace(/^http/, 'ws')}/v1/realtime`)
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
    this.socket = new WebSocket(address, protocols, { headers })
    this.socket.on('error', () => {})
    this.socket.on('message', (data, isBinary) => this.#take(String(data), isBinary))
    this.socket.on('close', (code, reason) => {
      this.closed = { code, reason: String(reason) }
    })
  }

  get types(): string[] {
    return this.events.map(({ type }) => type)
  }

  of(type: string): ServerEvent[] {
    return this.events.filter((one) => one.type === type)
  }

  /** The `count`-th event of a type. */
  async next(type: string, count = 1): Promise<ServerEvent> {
    return await until(`${type} has come ${count} times`, () => this.of(type)[count - 1])
  }

  /** Codes of the `error` events. */
  get errors(): string[] {
    const parsed = z.object({ error: z.object({ code: z.string() }) })
    return this.of('error').map((one) => parsed.parse(one).error.code)
  }

  send(message: unknown) {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  }

  append(sound: Buffer) {
    this.send({ type: 'input_audio_buffer.append', audio: sound.toString('base64') })
  }

  /** Speaks for so long, and is quiet until that counts as a turn. */
  speak(ms: number) {
    for (let sent = 0; sent < ms; sent += 100) this.append(tone(Math.min(100, ms - sent)))
    for (let sent = 0; sent < 600; sent += 100) this.append(tone(100, 0))
  }

  /** All sound of the replies so far. */
  get heard(): Buffer {
    const parsed = z.object({ delta: z.string() })
    const deltas = this.of('response.output_audio.delta').map((one) => parsed.parse(one).delta)
    return Buffer.concat(deltas.map((delta) => Buffer.from(delta, 'base64')))
  }

  /** The text of the replies so far. */
  get text(): string {
    const parsed = z.object({ delta: z.string() })
    return this.of('response.output_audio_transcript.delta')
      .map((one) => parsed.parse(one).delta)
      .join('')
  }

  async closing() {
    return await until('the connection is closed', () => this.closed)
  }

  async close() {
    if (this.closed) return
    this.socket.close(1000)
    await once(this.socket, 'close')
  }

  #take(frame: string, isBinary: boolean) {
    if (isBinary) return this.broken.push(frame)
    try {
      this.events.push(event.parse(JSON.parse(frame)))
    } catch {
      this.broken.push(frame)
    }
    return undefined
  }
}
