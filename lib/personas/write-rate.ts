import 'server-only'
import { Problem } from '@/lib/http/problem'

/** Two a second for as long as anybody likes, and hundreds at once for whoever brings many along. */
const mostWrites = 1_200
const windowMs = 600_000

/** When each person wrote within the last ten minutes, the oldest first. */
const writes = new Map<string, number[]>()

/** How many people may be remembered before those who are done are forgotten. */
const mostPeople = 1_000

/**
 * Counts a write of somebody's personas, and throws `rate_limited`, with the exact wait, for one more
 * than 1,200 within ten minutes: an editor that keeps what is typed stays far below, a script does not.
 * In the memory of this process: several of them let as many times more through, which costs no
 * vendor anything. What can be kept at all is counted in the database.
 */
export function countWrite(userId: string, now = Date.now()): void {
  if (writes.size >= mostPeople) forgetIdle(now)
  const recent = (writes.get(userId) ?? []).filter((at) => at > now - windowMs)
  const oldest = recent.length >= mostWrites ? recent[0] : undefined
  if (oldest !== undefined) {
    throw new Problem('rate_limited', {
      detail: `Your personas can be changed ${mostWrites.toLocaleString('en')} times in ten minutes. Nothing was changed now.`,
      retryAfter: Math.max(1, Math.ceil((oldest + windowMs - now) / 1_000)),
    })
  }
  writes.set(userId, [...recent, now])
}

function forgetIdle(now: number) {
  for (const [userId, times] of writes) {
    if ((times.at(-1) ?? 0) <= now - windowMs) writes.delete(userId)
  }
}
