import type { ServerResponse } from 'node:http'

/** One request to a chat route, as tests see it. Times are milliseconds since the epoch. */
export interface Entry {
  id: string
  at: number
  path: string
  headers: string[]
  payer?: 'app' | 'user'
  /** Subject of the user's token. */
  user?: string
  model?: string
  toolChoice?: unknown
  /** Whether the portal added paid tools of its own. */
  paidTools?: boolean
  stream?: boolean
  format?: 'openai' | 'native'
  maxTokens?: number
  messages?: number
  system?: string
  status?: number
  firstByteAt?: number
  frames: number
  /** left: by the client, before the end. cut: by a fault. */
  outcome?: 'answered' | 'left' | 'cut'
  /** When the client left, and how long after the first byte that was. */
  leftAt?: number
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
  readonly counters: Record<string, number> = {}
  readonly #entries: Entry[] = []
  #nextId = 1
  #open = 0
  #mostOpen = 0

  count(what: string, by = 1) {
    this.counters[what] = (this.counters[what] ?? 0) + by
  }

  begin(path: string, headers: string[], now: number): Entry {
    const entry: Entry = {
      id: `inf_sandbox_${this.#nextId++}`,
      at: now,
      path,
      headers: headers.sort(),
      frames: 0,
    }
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

  get view() {
    return {
      openStreams: this.#open,
      mostOpenStreams: this.#mostOpen,
      counters: this.counters,
      requests: this.#entries,
    }
  }
}
