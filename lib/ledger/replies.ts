import 'server-only'
import { and, desc, eq, gt, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { ReplyUsage } from '@/lib/chat/server-chat'
import type { Db, Tx } from '@/lib/db/open'
import { replies, users } from '@/lib/db/schema'
import { Problem } from '@/lib/http/problem'
import { inTurn } from './in-turn'
import { attemptsPerToken, day, hour, placeFreeAt, type ReplyLimits, secondsUntil } from './limits'
import { lock, type Session } from './reserve'
import { type TextSessionWish, textSession } from './text-session'

/** After this long, in milliseconds, a reply is over, whatever has become of whoever wrote it. */
export const longestReplyMs = 5 * 60_000

interface Request extends TextSessionWish {
  limits: ReplyLimits
  now?: Date
}

/** A reply that may be written now. */
export interface ReservedReply {
  id: string
  session: Session
}

/**
 * Reserves a reply and finds or makes its session, in one transaction: exact on any number of
 * servers, as `reserve` is. Throws `rate_limited` with the seconds to wait and what `textSession`
 * throws, and records nothing then. Whoever holds it ends it with `endReply`.
 */
export function reserveReply(db: Db, request: Request): Promise<ReservedReply> {
  const { user, vendor, limits, now = new Date() } = request
  return inTurn(user.userId, () =>
    db.transaction(
      async (tx) => {
        // The person's lock is that of talks: sessions of one person are made one at a time.
        await lock(tx, `ledger:user:${user.userId}`)
        const session = await textSession(tx, request, now)
        await closeStale(tx, user.userId, now)
        checkOwn(await recentReplies(tx, user.userId, now), limits, now)
        await lock(tx, 'ledger:app:replies')
        await checkDay(tx, limits.appRepliesPerDay, undefined, now)
        if (user.isGuest) {
          await checkDay(tx, limits.guestRepliesPerDay, eq(users.isGuest, true), now)
        }
        const id = crypto.randomUUID()
        await tx.insert(replies).values({
          id,
          userId: user.userId,
          sessionId: session.id,
          vendor,
          createdAt: now,
        })
        return { id, session }
      },
      { isolationLevel: 'read committed' },
    ),
  )
}

/** Ends a reply, once: later calls change nothing. Usage is as the vendor counted it. */
export async function endReply(
  db: Db,
  id: string,
  end: { status: 'done' | 'failed' | 'aborted'; usage?: ReplyUsage | undefined },
  now = new Date(),
): Promise<void> {
  await db
    .update(replies)
    .set({
      status: end.status,
      endedAt: now,
      promptTokens: end.usage?.promptTokens ?? null,
      replyTokens: end.usage?.replyTokens ?? null,
    })
    .where(and(eq(replies.id, id), eq(replies.status, 'streaming')))
}

/** The server that wrote it may have died: nobody else ends what it held. */
async function closeStale(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx
    .update(replies)
    .set({
      status: 'failed',
      endedAt: sql`${replies.createdAt} + ${longestReplyMs} * interval '1 millisecond'`,
    })
    .where(
      and(
        eq(replies.userId, userId),
        eq(replies.status, 'streaming'),
        lte(replies.createdAt, new Date(now.getTime() - longestReplyMs)),
      ),
    )
}

type Counted = Pick<typeof replies.$inferSelect, 'status' | 'createdAt'>

/** What the limits of one person are counted in. */
export const recentReplies = (db: Db | Tx, userId: string, now: Date): Promise<Counted[]> =>
  db
    .select({ status: replies.status, createdAt: replies.createdAt })
    .from(replies)
    .where(and(eq(replies.userId, userId), gt(replies.createdAt, new Date(now.getTime() - hour))))

/** When this person may have the next reply; undefined: now. Failed ones cost attempts only. */
export function nextReplyAt(recent: readonly Counted[], perHour: number): number | undefined {
  const endsOf = (some: readonly Counted[]) =>
    some.map(({ createdAt }) => createdAt.getTime() + hour)
  const counted = placeFreeAt(endsOf(recent.filter(({ status }) => status !== 'failed')), perHour)
  const attempts = placeFreeAt(endsOf(recent), perHour * attemptsPerToken)
  return counted === undefined && attempts === undefined
    ? undefined
    : Math.max(counted ?? 0, attempts ?? 0)
}

function checkOwn(recent: Counted[], { repliesPerHour, repliesAtOnce }: ReplyLimits, now: Date) {
  const next = nextReplyAt(recent, repliesPerHour)
  if (next !== undefined) {
    throw new Problem('rate_limited', {
      detail: `You can have ${repliesPerHour} replies an hour.`,
      retryAfter: secondsUntil(next, now),
    })
  }
  if (recent.filter(({ status }) => status === 'streaming').length < repliesAtOnce) return
  throw new Problem('rate_limited', {
    detail: 'Other replies are still being written. Stop one, or wait for its end.',
    // Nobody knows when they end; they are seldom longer.
    retryAfter: 5,
  })
}

async function checkDay(tx: Tx, limit: number, whose: SQL | undefined, now: Date) {
  // The reply that has to fall out of the last 24 hours before there is room again.
  const [blocking] = await tx
    .select({ createdAt: replies.createdAt })
    .from(replies)
    .innerJoin(users, eq(users.id, replies.userId))
    .where(
      and(
        gt(replies.createdAt, new Date(now.getTime() - day)),
        ne(replies.status, 'failed'),
        whose,
      ),
    )
    .orderBy(desc(replies.createdAt))
    .offset(limit - 1)
    .limit(1)
  if (!blocking) return
  throw new Problem('rate_limited', {
    detail: 'All replies of today are taken. Please come back later.',
    retryAfter: secondsUntil(blocking.createdAt.getTime() + day, now),
  })
}
