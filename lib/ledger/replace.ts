import 'server-only'
import { and, eq, inArray, ne, or, type SQL } from 'drizzle-orm'
import type { Tx } from '@/lib/db/open'
import { sessions } from '@/lib/db/schema'
import { Problem } from '@/lib/http/problem'
import { isForgotten } from './forgotten'
import type { Session } from './reserve'
import { openStatuses } from './sweep'

/** Which earlier sessions of the same person give way to a new one. */
export interface Replaces {
  /** The session whose connection was lost: the new one carries its conversation on. */
  continues?: string | undefined
  /** Every talk that is open: the person wants to talk here instead. A chat may stay. */
  takeOver?: boolean | undefined
}

export interface Replaced {
  /** Sessions that gave way and may still run at their vendor: stop them there before it is asked. */
  replaced: Session[]
  /** Id of the session whose conversation the new one carries on. */
  continues: string | null
  /** Whether that conversation was still fresh, so that the persona need not greet again. */
  goesOn: boolean
}

/** How long after its end a conversation can still go on without a new greeting. */
const freshMs = 15 * 60_000

/** How long after its end the vendor may not have been told of it yet. */
const stoppingMs = 10_000

/**
 * Ends what gives way to a new session, in the transaction that reserves its place and under that
 * person's lock. An id that is not this person's counts as none at all. Throws `too_many_sessions`
 * where the conversation to continue was taken over elsewhere, and `not_found` where its account was
 * deleted meanwhile: a page left open must not bring it back.
 */
export async function replace(
  tx: Tx,
  userId: string,
  { continues, takeOver }: Replaces,
  now: Date,
): Promise<Replaced> {
  const named = continues === undefined ? undefined : await own(tx, userId, continues)
  // Somebody who went on elsewhere must not be called back by a page that wakes up later.
  if (named?.endReason === 'taken_over' && !takeOver) {
    throw new Problem('too_many_sessions', { detail: 'This conversation went on elsewhere.' })
  }
  if (named && isForgotten(named)) {
    throw new Problem('not_found', { detail: 'The account of this conversation was deleted.' })
  }
  const origin = named && (await connectedBefore(tx, named))
  const replaced: Session[] = []
  if (named && origin) {
    replaced.push(...(await end(tx, userId, 'continued', now, placesOf(named, origin))))
    // Its end may have been reported a moment before this: the vendor may still be full of it.
    if (endedSince(named, now.getTime() - stoppingMs)) replaced.push(named)
  }
  if (takeOver)
    replaced.push(...(await end(tx, userId, 'taken_over', now, ne(sessions.medium, 'text'))))
  return {
    replaced: replaced.filter(({ issuedAt }) => issuedAt !== null),
    continues: origin?.id ?? null,
    goesOn: origin ? wasLiveSince(origin, now.getTime() - freshMs) : false,
  }
}

async function own(tx: Tx, userId: string, id: string): Promise<Session | undefined> {
  const [session] = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId)))
  return session
}

/**
 * The session itself if it ever connected, otherwise the one it was to carry on: a second attempt
 * to reconnect carries on the same conversation as the first.
 */
async function connectedBefore(tx: Tx, session: Session): Promise<Session> {
  if (session.liveAt !== null || session.continues === null) return session
  return (await own(tx, session.userId, session.continues)) ?? session
}

/**
 * The places that one conversation holds: its session's, and that of an earlier attempt to carry it
 * on whose token was handed out but never used. The browser may not know of that attempt, because
 * the connection that lost the conversation also lost the answer.
 */
const placesOf = (named: Session, origin: Session) =>
  or(
    eq(sessions.id, named.id),
    and(eq(sessions.continues, origin.id), eq(sessions.status, 'issued')),
  )

/** Ends this person's open sessions, of those in `which` only. */
function end(tx: Tx, userId: string, reason: string, now: Date, which?: SQL) {
  return tx
    .update(sessions)
    .set({ status: 'ended', endedAt: now, endReason: reason })
    .where(and(eq(sessions.userId, userId), inArray(sessions.status, openStatuses), which))
    .returning()
}

const endedSince = ({ endedAt }: Session, since: number) =>
  endedAt !== null && endedAt.getTime() > since

const wasLiveSince = (session: Session, since: number) =>
  session.liveAt !== null && (session.endedAt === null || endedSince(session, since))
