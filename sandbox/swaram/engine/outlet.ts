import type { WebSocket } from 'ws'
import type { Dialect } from '../faults/fault'
import { newId } from './new-id'

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `more` laid over `fields`, objects in it likewise. */
const merged = (fields: Fields, more: Fields): Fields => ({
  ...fields,
  ...Object.fromEntries(
    Object.entries(more).map(([key, value]) => {
      const before = fields[key]
      return [key, isFields(before) && isFields(value) ? { ...before, ...value } : value]
    }),
  ),
})

/** Failures that close the connection, in the vendor's words: generic, safe to show [doc errors]. */
const CLOSINGS: Record<number, [code: string, message: string]> = {
  1011: ['server_error', 'the voice service is temporarily unavailable, please retry'],
  1013: ['server_busy', 'the voice service is busy, please retry'],
  4001: ['invalid_api_key', 'invalid or missing API key'],
  4003: ['insufficient_credits', 'out of credits'],
  4008: ['too_many_connections', 'too many concurrent connections for your plan'],
}

/** What a connection hears from the server. */
export class Outlet {
  /** Nothing is sent any more, though the connection stays. */
  stalled = false

  constructor(
    private readonly socket: WebSocket,
    private readonly dialect: Dialect,
  ) {}

  /**
   * Sends an event: `fields` as documented. The dialect `openai` adds an id and `more`; `bare` leaves
   * away the contents of `response`, which the documents do not show.
   */
  send(type: string, fields: Fields = {}, more: Fields = {}) {
    if (this.dialect === 'openai') {
      return this.raw(JSON.stringify({ type, event_id: newId('event'), ...merged(fields, more) }))
    }
    const { response, ...rest } = fields
    const shown = this.dialect === 'bare' || response === undefined ? rest : fields
    this.raw(JSON.stringify({ type, ...shown }))
  }

  /** An error that leaves the connection open. */
  error(code: string, message: string, type = 'invalid_request_error') {
    this.send('error', { error: { type, code, message } }, { error: { param: null } })
  }

  raw(frame: string | Buffer) {
    if (this.stalled || this.socket.readyState !== this.socket.OPEN) return
    this.socket.send(frame)
  }

  /** Says why and closes; 1006 cuts the connection without goodbye. */
  close(code: number) {
    if (code === 1006) return this.socket.terminate()
    const [name, message] = CLOSINGS[code] ?? CLOSINGS[1011] ?? ['server_error', '']
    this.error(name, message, code < 4000 ? 'server_error' : 'invalid_request_error')
    this.socket.close(code, message)
  }
}
