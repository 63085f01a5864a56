import { vi } from 'vitest'
import { WebSocket } from 'ws'
import { createDecoder } from '../pcm'
import { type RealtimeEvent, readEvent } from '../realtime-events'

export type TestSocket = ReturnType<typeof openSocket>

/** A socket as a browser opens it, in Node, with what came over it as the app reads it. */
export function openSocket(url: string, protocols: string[]) {
  const socket = new WebSocket(url, protocols)
  const events: RealtimeEvent[] = []
  let isOpened = false
  let code: number | undefined
  socket.on('error', () => {})
  socket.on('open', () => {
    isOpened = true
  })
  socket.on('close', (closedWith) => {
    code = closedWith
  })
  socket.on('message', (data) => {
    const event = readEvent(String(data))
    if (event) events.push(event)
  })
  const until = <T>(look: () => T | undefined) =>
    vi.waitUntil(look, { timeout: 20_000, interval: 20 })

  return {
    events,
    protocol: () => socket.protocol,
    isOpened: () => isOpened,
    isOver: () => code !== undefined,
    send: (event: object) => socket.send(JSON.stringify(event)),
    close: () => socket.close(1000),
    /** The first event of a type. */
    event: (type: RealtimeEvent['type']) =>
      until(() => events.find((event) => event.type === type)),
    /** Resolves with the code. */
    closed: () => until(() => code),
    /** All sound so far. */
    heard() {
      const { decode } = createDecoder()
      return events.flatMap((event) =>
        event.type === 'audio' ? [...(decode(event.data) ?? [])] : [],
      )
    },
  }
}
