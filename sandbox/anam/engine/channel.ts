import { z } from 'zod'

/** The data channel `session`, which the browser opens. */
export class SessionChannel {
  #channel: RTCDataChannel | undefined

  constructor(
    private readonly events: { open(): void; message(raw: unknown): void; closed(): void },
  ) {}

  get isOpen(): boolean {
    return this.#channel?.readyState === 'open'
  }

  attach(channel: RTCDataChannel) {
    this.#channel = channel
    channel.onopen = () => this.events.open()
    channel.onclose = () => this.events.closed()
    channel.onmessage = (event) => this.events.message(z.unknown().parse(event.data))
    if (this.isOpen) this.events.open()
  }

  /** Sends one message; one that cannot be sent any more is dropped. */
  send(messageType: string, data: Record<string, unknown>) {
    try {
      if (this.isOpen) this.#channel?.send(JSON.stringify({ messageType, data }))
    } catch {
      // The native channel can be closed while `readyState` still says open.
    }
  }

  close() {
    const channel = this.#channel
    if (!channel) return
    channel.onopen = channel.onclose = channel.onmessage = null
  }
}
