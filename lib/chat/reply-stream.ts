import 'server-only'
import type { Problem } from '@/lib/http/problem'
import { problemDocument } from '@/lib/http/problem-response'
import { vendorError } from './read-reply'
import type { VendorChatEvent } from './server-chat'

interface Reply {
  events: AsyncIterable<VendorChatEvent>
  requestId: string
  /** Called when nobody reads any more. */
  onLeft: () => void
  /** Called with each event before it is sent. */
  onEvent: (event: VendorChatEvent) => Promise<void> | void
  /** Called when the events end with an error: what to tell, or nothing where nobody listens. */
  onError: (error: unknown) => Promise<Problem | undefined>
}

/** After so long without a word a comment is sent, in milliseconds, for proxies that would hang up. */
const keepAliveMs = 10_000

/**
 * A reply as our own server-sent events: `delta`, `reasoning`, then `done` or `error`. Each event is
 * sent the moment it comes, whether or not anybody reads as fast: a reply is small. `finished`
 * resolves when there is nothing left to do.
 */
export function replyStream({ events, requestId, onLeft, onEvent, onError }: Reply): {
  body: ReadableStream<Uint8Array>
  finished: Promise<void>
} {
  const encoder = new TextEncoder()
  let out: ReadableStreamDefaultController<Uint8Array> | undefined
  const write = (text: string) => out?.enqueue(encoder.encode(text))
  const send = (name: string, data: unknown) =>
    write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)

  async function run() {
    const keepAlive = setInterval(() => write(': still here\n\n'), keepAliveMs)
    try {
      let isDone = false
      for await (const event of events) {
        keepAlive.refresh()
        await onEvent(event)
        const { type, ...data } = event
        send(type, data)
        isDone ||= type === 'done'
      }
      if (!isDone) throw vendorError('A reply without an end')
    } catch (error) {
      const problem = await onError(error)
      if (problem) send('error', problemDocument(problem, requestId))
    } finally {
      clearInterval(keepAlive)
      out?.close()
      out = undefined
    }
  }

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      out = controller
    },
    cancel() {
      out = undefined
      onLeft()
    },
  })
  return { body, finished: run() }
}
