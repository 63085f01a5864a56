import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long and how often to try. All times in milliseconds. */
export interface RetryPolicy {
  attempts: number
  /** For one attempt, headers and body. */
  attemptMs: number
  /** For everything, waiting included. */
  totalMs: number
  /** Upper bound of the first wait; doubles with each attempt. */
  backoffMs: number
}

/** An answer that was read to its end. */
export interface TextResponse {
  status: number
  headers: Headers
  text: string
}

/** No whole answer came: the last attempt ran out of time, or the connection failed. */
export class FetchFailure extends Error {
  constructor(
    readonly reason: 'timeout' | 'network',
    cause: unknown,
  ) {
    super(reason, { cause })
    this.name = 'FetchFailure'
  }
}

/** Replaced in tests. */
interface Clock {
  now(): number
  sleep(ms: number, signal: AbortSignal | undefined): Promise<unknown>
  random(): number
}

const realClock: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) => sleep(ms, undefined, { signal }),
  random: Math.random,
}

const isWorthRepeating = (status: number) => status === 429 || status >= 500

/**
 * `fetch` for requests that may safely be repeated. Repeats after network errors, timeouts, 429
 * and 5xx, with exponential backoff, full jitter and `Retry-After`, while the budget lasts.
 * Returns the last answer whatever its status. Throws `FetchFailure`, or the signal's reason when
 * `init.signal` aborts.
 */
export async function retryingFetch(
  url: string,
  init: RequestInit,
  policy: RetryPolicy,
  clock: Clock = realClock,
): Promise<TextResponse> {
  const deadline = clock.now() + policy.totalMs
  const signal = init.signal ?? undefined
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted()
    const outcome = await once(url, init, Math.min(policy.attemptMs, deadline - clock.now()))
    signal?.throwIfAborted()
    const repeat = outcome instanceof FetchFailure || isWorthRepeating(outcome.status)
    const wait = waitBefore(attempt, outcome, policy, clock)
    // A repeat that could not finish in time would only make the caller wait for nothing.
    const fits = attempt < policy.attempts && clock.now() + wait < deadline
    if (repeat && fits) await clock.sleep(wait, signal)
    else if (outcome instanceof FetchFailure) throw outcome
    else return outcome
  }
}

async function once(url: string, init: RequestInit, ms: number) {
  const timeout = AbortSignal.timeout(Math.max(1, Math.ceil(ms)))
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout
  try {
    const response = await fetch(url, { ...init, signal, cache: 'no-store' })
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch (error) {
    return new FetchFailure(timeout.aborted ? 'timeout' : 'network', error)
  }
}

function waitBefore(
  attempt: number,
  outcome: TextResponse | FetchFailure,
  { backoffMs }: RetryPolicy,
  clock: Clock,
): number {
  const jittered = clock.random() * backoffMs * 2 ** (attempt - 1)
  const asked = outcome instanceof FetchFailure ? undefined : retryAfterSeconds(outcome.headers)
  return Math.max(jittered, (asked ?? 0) * 1_000)
}

/** `Retry-After` in seconds, from either of its forms; undefined when absent or malformed. */
export function retryAfterSeconds(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim()
  if (!value) return undefined
  if (/^\d{1,6}$/.test(value)) return Number(value)
  // The other form begins with a weekday; `Date.parse` alone would make a date of "-3", too.
  const at = /^[a-z]{3}/i.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1_000))
}
