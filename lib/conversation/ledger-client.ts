import { z } from 'zod'
import { authorizedFetch } from '@/lib/auth/authorized-fetch'
import type { TranscriptMessage } from './transcript'

/** Why the ledger's session is over, for its analytics. */
export type LedgerReason =
  | 'visitor'
  | 'time_limit'
  | 'server_ended'
  | 'page_closed'
  | 'nobody_there'
  | 'taken_over'
  | 'persona'
  | 'connection_lost'
  | 'cancelled'
  | 'failed'

/** What a visitor says of a conversation afterwards. */
export interface Feedback {
  rating: 'good' | 'poor'
  /** One line, at most 500 characters. */
  comment?: string
}

/** `gone`: the session is not there any more, for example because it was deleted in the history. */
export type KeptMessages = 'kept' | 'gone' | 'failed'

export interface LedgerClient {
  live: (
    sessionId: string,
    report: { vendorSessionId: string | undefined; firstFrameMs: number },
  ) => Promise<void>
  /** Answers whether the ledger has it. */
  ended: (
    sessionId: string,
    reason: LedgerReason,
    messages: TranscriptMessage[],
  ) => Promise<boolean>
  /** Why the ledger's session is over; undefined where it cannot be asked. */
  endReason: (sessionId: string) => Promise<string | undefined>
  /** Answers whether it was kept. */
  feedback: (sessionId: string, feedback: Feedback) => Promise<boolean>
  /** For a page that goes away: only a beacon outlives it. Answers whether the browser took it. */
  endedByBeacon: (sessionId: string, messages: TranscriptMessage[]) => boolean
}

/** How a chat, which has no end of its own, is kept. */
export interface ChatLedger {
  /** All that was said so far, in place of what the ledger has of the session. */
  messages: (sessionId: string, messages: TranscriptMessage[]) => Promise<KeptMessages>
  /** Answers whether the browser took it; never less than all, which would take the rest's place. */
  messagesByBeacon: (sessionId: string, messages: TranscriptMessage[]) => boolean
}

const maxMessages = 500
/** As the server's schema has it (lib/ledger/session-event.ts). */
const maxContentLength = 10_000
const maxBodyBytes = 190_000
/** Browsers refuse beacons and keepalive requests above 64 KiB. */
const maxBeaconBytes = 60_000

const bytes = (text: string) => new TextEncoder().encode(text).length

/** The body of an end report, without the oldest messages where all would be too much. */
export const endedBody = (reason: LedgerReason, messages: TranscriptMessage[], limit: number) =>
  bodyWith({ event: 'ended', reason }, messages, limit)

function bodyWith(report: object, messages: TranscriptMessage[], limit: number) {
  let kept = messages.slice(-maxMessages).map((message) => ({
    ...message,
    content: message.content.slice(0, maxContentLength),
  }))
  let body = ''
  do {
    body = JSON.stringify({ ...report, ...(kept.length > 0 && { messages: kept }) })
    if (bytes(body) <= limit) return body
    kept = kept.slice(Math.ceil(kept.length / 10))
  } while (kept.length > 0)
  return JSON.stringify(report)
}

const messagesBody = (messages: TranscriptMessage[], limit: number) =>
  bodyWith({ event: 'messages' }, messages, limit)

/** A report that hangs must not leave the page saying that it is being saved. */
const reportMs = 10_000

const pathOf = (sessionId: string) => `/api/sessions/${encodeURIComponent(sessionId)}`

/** Answers whether the server took it. */
async function patch(sessionId: string, body: string): Promise<boolean> {
  return (await report(sessionId, body))?.ok ?? false
}

/** One retry: the server reaps what it never hears of. */
async function report(sessionId: string, body: string): Promise<Response | undefined> {
  const send = () =>
    authorizedFetch(pathOf(sessionId), {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body,
      keepalive: bytes(body) <= maxBeaconBytes,
      signal: AbortSignal.timeout(reportMs),
    })
  const first = await send().catch(() => undefined)
  if (first && first.status < 500) return first
  await new Promise((resolve) => setTimeout(resolve, 1000))
  return send().catch(() => undefined)
}

const endedSession = z.object({ endReason: z.string().nullable() })

async function endReason(sessionId: string): Promise<string | undefined> {
  try {
    const response = await authorizedFetch(pathOf(sessionId), {
      signal: AbortSignal.timeout(2_000),
    })
    return endedSession.parse(await response.json()).endReason ?? undefined
  } catch {
    return undefined
  }
}

export const ledgerClient: LedgerClient & ChatLedger = {
  async live(sessionId, report) {
    await patch(sessionId, JSON.stringify({ event: 'live', ...report }))
  },
  endReason,
  feedback: (sessionId, feedback) =>
    patch(sessionId, JSON.stringify({ event: 'feedback', ...feedback })),
  ended: (sessionId, reason, messages) =>
    patch(sessionId, endedBody(reason, messages, maxBodyBytes)),
  endedByBeacon(sessionId, messages) {
    return beacon(sessionId, endedBody('page_closed', messages, maxBeaconBytes))
  },
  async messages(sessionId, messages) {
    const answer = await report(sessionId, messagesBody(messages, maxBodyBytes))
    if (answer?.ok) return 'kept'
    return answer?.status === 404 ? 'gone' : 'failed'
  },
  messagesByBeacon(sessionId, messages) {
    const body = messagesBody(messages, maxBodyBytes)
    return bytes(body) <= maxBeaconBytes && beacon(sessionId, body)
  },
}

const beacon = (sessionId: string, body: string) =>
  navigator.sendBeacon(pathOf(sessionId), new Blob([body], { type: 'application/json' }))
