import 'server-only'
import { remembered } from '../remembered'
import type { Availability } from '../vendor'
import { type AnamApi, anamApi } from './api'

/** One reader for each account. */
const readers = new WeakMap<AnamApi, () => Promise<Availability>>()

/**
 * Whether Anam has a free line, as it was at most two seconds ago: everybody who waits shares one
 * call. Throws a `Problem`, for everybody too, while Anam cannot be asked.
 */
export async function availability(): Promise<Availability> {
  const api = anamApi()
  const read =
    readers.get(api) ??
    remembered(() => readAvailability(api), { freshMs: 2_000, failedMs: 2_000, staleMs: 0 })
  readers.set(api, read)
  return read()
}

async function readAvailability(api: AnamApi): Promise<Availability> {
  const { canStartSession: canStart, estimatedWaitSeconds } = await api.concurrency()
  return { canStart, ...(!canStart && estimatedWaitSeconds && { estimatedWaitSeconds }) }
}
