import type { Failure } from './failure'
import { limits } from './limits'
import { pause } from './time'
import type { Availability, Transport } from './transport'

interface Queue {
  /** Why the queue began. */
  first: Failure
  transport: Pick<Transport, 'availability'>
  signal: AbortSignal
  /** Called before each wait with the vendor's guess of it, in seconds, and when the queue began. */
  onBusy: (estimateSeconds: number | undefined, since: number) => void
  /** A whole new try, once the vendor says that a line is free. */
  tryAgain: () => Promise<'arrived' | Failure>
}

/**
 * Waits for a free line and takes it, or tries a few times where nobody can tell whether one is. Only looking costs nothing, so a token is asked for only when
 * the vendor says that it is free; somebody else may be faster still. Resolves with the first
 * outcome that is not `vendor_busy`, or with that when it took too long or `signal` has aborted.
 */
export async function standInQueue(queue: Queue): Promise<'arrived' | Failure> {
  const { availability } = queue.transport
  return availability ? waitForLine(queue, availability) : tryBlindly(queue)
}

/** Each try costs a token of the visitor's hour. A vendor that names a wait is not hurried. */
async function tryBlindly({ first, signal, onBusy, tryAgain }: Queue) {
  const since = Date.now()
  let outcome: 'arrived' | Failure = first
  for (const wait of limits.blindTries) {
    if (outcome === 'arrived' || outcome.code !== 'vendor_busy' || outcome.retryAfter) break
    onBusy(undefined, since)
    await pause(wait, signal)
    if (signal.aborted) break
    outcome = await tryAgain()
  }
  return outcome
}

async function waitForLine(
  queue: Queue,
  availability: (signal: AbortSignal) => Promise<Availability>,
): Promise<'arrived' | Failure> {
  const { signal, onBusy, tryAgain } = queue
  const since = Date.now()
  // The refusal's `Retry-After` may be our own default: only a look knows the vendor's guess.
  let estimate: number | undefined
  let outcome: 'arrived' | Failure = queue.first
  while (outcome !== 'arrived' && outcome.code === 'vendor_busy') {
    if (signal.aborted || Date.now() > since + limits.queue) return outcome
    onBusy(estimate, since)
    await pause(untilNextLook(estimate), signal)
    if (signal.aborted) return outcome
    const look: Availability | undefined = await availability(
      AbortSignal.timeout(limits.mint),
    ).catch(() => undefined)
    if (signal.aborted) return outcome
    estimate = look?.estimatedWaitSeconds ?? undefined
    if (look?.canStart) outcome = await tryAgain()
  }
  return outcome
}

/** Half of the guess: it may be wrong either way. Milliseconds. */
function untilNextLook(estimateSeconds: number | undefined): number {
  const { shortest, longest } = limits.queueLook
  return Math.min(Math.max((estimateSeconds ?? 0) * 500, shortest), longest)
}
