import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '@/lib/db/open'
import { describeError, log } from '@/lib/http/log'
import { Problem } from '@/lib/http/problem'
import type { Timing } from '@/lib/http/server-timing'
import { type Reservation, reserve, type Session } from './reserve'
import type { RecordedConfig } from './session-config'
import { markFailed, markIssued } from './transitions'

interface Minted<Grant> {
  /** For the browser. */
  grant: Grant
  /** For the ledger: what the vendor was sent. */
  config: RecordedConfig
}

interface Issue<Grant> extends Omit<Parameters<typeof reserve>[1], 'now'> {
  /** Asks the vendor. Runs outside any transaction, with the place held. */
  mint: (place: Pick<Reservation, 'session' | 'goesOn'>) => Promise<Minted<Grant>>
  /** Called with earlier sessions that may still run, before the vendor is asked: it may be full of them. */
  onLeftovers: (sessions: Session[]) => void
  /** Called with what the new session replaces: to be stopped at once. Must not reject. */
  onReplaced: (sessions: Session[]) => Promise<void>
  /** Aborts when the browser has left. */
  signal: AbortSignal
  timing: Timing
}

/** The vendor may be full of what is replaced, but somebody waits. Milliseconds. */
const stopPatienceMs = 1_000

/**
 * Reserves, asks the vendor, issues. Whatever goes wrong after reserving frees the place again:
 * the vendor failing, the browser leaving, the session being ended meanwhile.
 */
export async function issue<Grant>(
  db: Db,
  { mint, onLeftovers, onReplaced, signal, timing, ...request }: Issue<Grant>,
): Promise<Grant> {
  const { session, leftovers, replaced, goesOn } = await timing.measure('ledger', () =>
    reserve(db, request),
  )
  if (leftovers.length > 0) onLeftovers(leftovers)
  const stopping = replaced.length > 0 ? onReplaced(replaced) : undefined
  try {
    signal.throwIfAborted()
    if (stopping) {
      const patience = sleep(stopPatienceMs, undefined, { signal, ref: false })
      await timing.measure('stop', () => Promise.race([stopping, patience]))
    }
    const { grant, config } = await timing.measure('vendor', () => mint({ session, goesOn }))
    signal.throwIfAborted()
    if (!(await timing.measure('ledger', () => markIssued(db, session.id, config)))) {
      throw new Problem('not_found', { detail: 'The session was ended while it was prepared.' })
    }
    signal.throwIfAborted()
    return grant
  } catch (error) {
    await markFailed(db, session.id, failure(error, signal)).catch((lost: unknown) => {
      // The place still frees itself when the connect window closes.
      log('error', 'mark_failed', describeError(lost))
    })
    if (!signal.aborted) throw error
    throw new Problem('invalid_request', { detail: 'The request was cancelled.', cause: error })
  }
}

function failure(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'cancelled'
  return error instanceof Problem ? error.code : 'internal'
}
