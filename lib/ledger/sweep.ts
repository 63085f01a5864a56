import 'server-only'
import { and, eq, gt, inArray, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/lib/db/open'
import { type sessionStatus, sessions } from '@/lib/db/schema'

type Status = (typeof sessionStatus.enumValues)[number]

/** A session in one of these holds a place, until it expires. */
export const openStatuses: Status[] = ['reserved', 'issued', 'live']

/** Why a session that nobody ended is over. */
const expiryReason: SQL = sql`case ${sessions.status}
  when 'reserved' then 'abandoned' when 'issued' then 'never_connected' else 'time_limit' end`

/**
 * Closes this person's sessions whose time is over, at the moment it was over. A place that never
 * got a token becomes `failed`, so that it costs no allowance. Returns what was closed with a
 * token out, for the caller to stop at the vendor. `which`: of those only.
 */
export async function closeExpired(tx: Tx, userId: string, now: Date, which?: SQL) {
  const closed = await tx
    .update(sessions)
    .set({
      status: sql`case ${sessions.status} when 'reserved' then 'failed' else 'ended' end::session_status`,
      endedAt: sql`${sessions.expiresAt}`,
      endReason: expiryReason,
    })
    .where(
      and(
        eq(sessions.userId, userId),
        inArray(sessions.status, openStatuses),
        lte(sessions.expiresAt, now),
        which,
      ),
    )
    .returning()
  return closed.filter((session) => session.status === 'ended')
}

/** How long a vendor's token can still be spent: the longest of all vendors. */
const tokenLifeMs = 3_600_000

/**
 * This person's ended sessions whose token was never seen used. A token cannot be taken back, so
 * somebody could spend it after its place was given up: whatever it started is to be stopped.
 */
export function unspentTokens(tx: Tx, userId: string, now: Date) {
  return tx
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        eq(sessions.status, 'ended'),
        isNull(sessions.liveAt),
        isNotNull(sessions.issuedAt),
        gt(sessions.issuedAt, new Date(now.getTime() - tokenLifeMs)),
        lte(sessions.endedAt, new Date(now.getTime() - 10_000)),
      ),
    )
}
