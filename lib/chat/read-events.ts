import { createParser } from 'eventsource-parser'

/** One event of a stream of server-sent events. */
export interface ServerSentEvent {
  /** `message` where the server gave it no name. */
  event: string
  data: string
}

interface Options {
  /** Longest time without a byte, in milliseconds: a comment is a sign of life, too. */
  idleMs?: number
  /** Longest event, in characters. */
  maxLength?: number
  /** Aborting closes the body; the stream then throws the signal's reason. */
  signal?: AbortSignal
}

/** The stream came to no proper end of its own. */
export class EventStreamError extends Error {
  constructor(
    /** too_large: one event passed the limit. stalled: nothing came for too long. lost: the connection broke. */
    readonly reason: 'too_large' | 'stalled' | 'lost',
    options?: ErrorOptions,
  ) {
    super(`event stream ${reason}`, options)
    this.name = 'EventStreamError'
  }
}

/**
 * Reads server-sent events from the body of an answer, however its bytes are cut up. An event that
 * is not finished when the stream ends is dropped, as the standard has it. Throws
 * `EventStreamError`; leaving the loop early closes the body, unless it ends in that very moment.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  { idleMs = 30_000, maxLength = 1_000_000, signal }: Options = {},
): AsyncGenerator<ServerSentEvent, void, undefined> {
  const decode = eventDecoder(maxLength)
  const reader = body.getReader()
  const close = () => void reader.cancel(signal?.reason).catch(() => {})
  signal?.addEventListener('abort', close, { once: true })
  let failed = true
  try {
    signal?.throwIfAborted()
    for (let ended = false; !ended; ) {
      const { done, value } = await read(reader, idleMs, signal)
      const events = decode(value)
      failed = false
      yield* events
      failed = true
      ended = done
    }
  } finally {
    signal?.removeEventListener('abort', close)
    if (failed || signal?.aborted) close()
    else void endSoon(reader)
  }
}

/** How long a body may still take to end by itself, in milliseconds. */
const lingerMs = 50

/**
 * Whoever has read the last event leaves before the end of the body, which is about to come: then
 * the connection can be used again. Else it is closed.
 */
async function endSoon(reader: ReadableStreamDefaultReader<Uint8Array>) {
  const timer = setTimeout(() => void reader.cancel().catch(() => {}), lingerMs)
  try {
    while (!(await reader.read()).done);
  } catch {
    // It is over either way.
  } finally {
    clearTimeout(timer)
  }
}

/** Turns bytes into the events that they complete; `undefined` stands for the end. */
function eventDecoder(maxLength: number): (bytes: Uint8Array | undefined) => ServerSentEvent[] {
  // Takes a byte order mark away, and keeps the first half of a character for the next time.
  const utf8 = new TextDecoder()
  let found: ServerSentEvent[] = []
  let tooLarge = false
  let endsWithReturn = false
  const parser = createParser({
    onEvent({ event = 'message', data }) {
      if (data.length > maxLength) tooLarge = true
      else found.push({ event, data })
    },
    onError({ type }) {
      if (type === 'max-buffer-size-exceeded') tooLarge = true
    },
    // Holds more than the data: field names, and a line that is not finished yet.
    maxBufferSize: maxLength * 2,
  })
  return (bytes) => {
    // The parser waits after a CR for the LF that may belong to it: at the end it gets one.
    const text = bytes ? utf8.decode(bytes, { stream: true }) : endsWithReturn ? '\n' : ''
    found = []
    if (text !== '') {
      endsWithReturn = text.endsWith('\r')
      parser.feed(text)
    }
    if (tooLarge) throw new EventStreamError('too_large')
    return found
  }
}

async function read(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  idleMs: number,
  signal: AbortSignal | undefined,
) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new EventStreamError('stalled')), idleMs)
  })
  try {
    const result = await Promise.race([reader.read(), stalled])
    // What closes the body makes it look as if it had ended by itself.
    signal?.throwIfAborted()
    return result
  } catch (error) {
    signal?.throwIfAborted()
    throw error instanceof EventStreamError ? error : new EventStreamError('lost', { cause: error })
  } finally {
    clearTimeout(timer)
  }
}
