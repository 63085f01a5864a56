import { once } from 'node:events'
import type { ServerResponse } from 'node:http'

const tick = () => new Promise<void>((resolve) => setTimeout(resolve, 1))

/** Where to cut a frame in two: within a character where there is one of several bytes. */
function cutOf(bytes: Buffer): number {
  const inside = bytes.findIndex((byte) => (byte & 0xc0) === 0x80)
  return inside > 0 ? inside : Math.floor(bytes.length / 2)
}

/** An event stream on a response: whole frames, cut ones, and comments. */
export class Wire {
  #sent = 0

  constructor(
    readonly response: ServerResponse,
    /** Every how many frames one is cut in two; networks do as they like. */
    public cutEvery = 7,
  ) {}

  get isGone(): boolean {
    return this.response.destroyed
  }

  /** Resolves when the client has left, or after the time, in milliseconds. */
  async wait(ms: number): Promise<void> {
    if (ms <= 0 || this.isGone) return
    await new Promise<void>((resolve) => {
      const over = () => {
        clearTimeout(timer)
        this.response.off('close', over)
        resolve()
      }
      const timer = setTimeout(over, ms)
      this.response.once('close', over)
    })
  }

  async comment(text: string): Promise<void> {
    await this.#write(Buffer.from(`: ${text}\n\n`))
  }

  async frame(data: unknown): Promise<void> {
    await this.raw(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`)
  }

  async raw(text: string): Promise<void> {
    const bytes = Buffer.from(text)
    if (++this.#sent % this.cutEvery !== 0) return this.#write(bytes)
    const cut = cutOf(bytes)
    await this.#write(bytes.subarray(0, cut))
    await tick()
    await this.#write(bytes.subarray(cut))
  }

  async #write(bytes: Buffer): Promise<void> {
    if (this.isGone || this.response.write(bytes)) return
    // A slow reader holds us up; one that leaves must not hold us for ever.
    const left = new AbortController()
    const leave = () => left.abort()
    this.response.once('close', leave)
    await once(this.response, 'drain', { signal: left.signal }).catch(() => {})
    this.response.off('close', leave)
  }
}
