import type { ServerResponse } from 'node:http'

/** One request, as tests see it. Times are milliseconds since the epoch. */
export interface Entry {
  id: string
  at: number
  method: string
  path: string
  headers: string[]
  model?: string
  toolChoice?: unknown
  stream?: boolean
  autoTurn?: boolean
  reasoning?: boolean
  compliance?: boolean
  maxTokens?: number
  messages?: number
  system?: string
  status?: number
  firstByteAt?: number
  frames: number
  /** left: by the client, before the end. cut: by a fault. */
  outcome?: 'answered' | 'left' | 'cut'
  leftAt?: number
  /** Counted from the first byte. */
  leftAfterMs?: number
  endedAt?: number
}

const MOST_KEPT = 500

/** Writes down how an answer ends; `onLeft` where it is the client that ended it. */
export function follow(
  entry: Entry,
  response: ServerResponse,
  now: () => number,
  onLeft: () => void,
) {
  response.once('close', () => {
    if (response.headersSent) entry.status = response.statusCode
    entry.endedAt = now()
    entry.outcome ??= response.writableFinished ? 'answered' : 'left'
    if (entry.outcome !== 'left') return
    entry.leftAt = entry.endedAt
    if (entry.firstByteAt !== undefined) entry.leftAfterMs = entry.leftAt - entry.firstByteAt
    onLeft()
  })
}

/** What was asked of the stand-in. */
export class Journal {
  readonly counters = { tokens: 0, chats: 0, refused: 0, left: 0 }
  readonly #entries: Entry[] = []
  #nextId = 1
  #open = 0
  #mostOpen = 0

  begin(of: Pick<Entry, 'at' | 'method' | 'path' | 'headers'>): Entry {
    const entry: Entry = { id: `chat_sandbox_${this.#nextId++}`, frames: 0, ...of }
    entry.headers.sort()
    this.#entries.push(entry)
    if (this.#entries.length > MOST_KEPT) this.#entries.shift()
    return entry
  }

  /** A stream has begun; call what is returned once when it is over. */
  opened(): () => void {
    this.#open++
    this.#mostOpen = Math.max(this.#mostOpen, this.#open)
    return () => {
      this.#open--
    }
  }

  /** How many chat requests came since a moment. */
  chatsSince(moment: number): number {
    return this.#entries.filter(({ at, path }) => at > moment && path.includes('/chat/')).length
  }

  get view() {
    return {
      openStreams: this.#open,
      mostOpenStreams: this.#mostOpen,
      counters: this.counters,
      requests: this.#entries,
    }
  }
}
