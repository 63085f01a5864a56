import 'server-only'
import { and, desc, eq, gt, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { ReplyUsage } from '@/lib/chat/server-chat'
import type { Db, Tx } from '@/lib/db/open'
import { replies, users } from '@/lib/db/schema'
import { Problem } from '@/lib/http/problem'
import { inTurn } from './in-turn'
import { attemptsPerToken, day, hour, type ReplyLimits, secondsUntil } from './limits'
import { lock } from './reserve'
import { type ChatSession, type TextSessionWish, textSession } from './text-session'

/** After this long, in milliseconds, a reply is over, whatever has become of whoever wrote it. */
const longestReplyMs = 5 * 60_000

interface Request extends TextSessionWish {
  limits: ReplyLimits
  now?: Date
}

/** A reply that may be written now. */
export interface ReservedReply {
  id: string
  session: ChatSession
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
        const recent = await recentReplies(tx, user.userId, limits.repliesPerHour, now)
        // Those from before the last hour go with the first reply of the next chat.
        if (recent.stale > 0 || session.id !== request.sessionId) {
          await closeStale(tx, user.userId, now)
        }
        checkOwn(recent, limits, now)
        await lock(tx, 'ledger:app:replies')
        await checkDay(tx, limits.appRepliesPerDay, false, now)
        if (user.isGuest) await checkDay(tx, limits.guestRepliesPerDay, true, now)
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
    .where(and(eq(replies.userId, userId), isStale(now)))
}

const isStale = (now: Date) =>
  and(
    eq(replies.status, 'streaming'),
    lte(replies.createdAt, new Date(now.getTime() - longestReplyMs)),
  )

/** What one person has had of the last hour. Counted by the database: there may be hundreds. */
interface RecentReplies {
  /** Those that count in the allowance: failed ones do not. */
  used: number
  streaming: number
  /** Of servers that died, and not closed yet. */
  stale: number
  /** When they may have the next one, in milliseconds since 1970; null: now. */
  nextAt: number | null
}

/** Counts as `reserveReply` does, and changes nothing. Failed replies cost attempts only. */
export async function recentReplies(
  db: Db | Tx,
  userId: string,
  perHour: number,
  now: Date,
): Promise<RecentReplies> {
  const stale = sql`(${isStale(now)})`
  const failed = sql`(${replies.status} = 'failed' or ${stale})`
  // The one that has to be an hour old before there is room again.
  const blocking = (nth: number, which: SQL) =>
    sql`(array_agg(${replies.createdAt} order by ${replies.createdAt} desc) filter (where ${which}))[${sql.raw(String(nth))}]`
  const next = sql`greatest(${blocking(perHour, sql`not ${failed}`)}, ${blocking(perHour * attemptsPerToken, sql`true`)})`
  const [row] = await db
    .select({
      used: sql`count(*) filter (where not ${failed})`.mapWith(Number),
      streaming:
        sql`count(*) filter (where ${replies.status} = 'streaming' and not ${stale})`.mapWith(
          Number,
        ),
      stale: sql`count(*) filter (where ${stale})`.mapWith(Number),
      blockedSince: sql<number | null>`(extract(epoch from ${next}) * 1000)::float8`,
    })
    .from(replies)
    .where(and(eq(replies.userId, userId), gt(replies.createdAt, new Date(now.getTime() - hour))))
  if (!row) throw new Error('A count has no rows')
  const { blockedSince, ...counts } = row
  return { ...counts, nextAt: blockedSince === null ? null : Math.round(blockedSince) + hour }
}

function checkOwn({ nextAt, streaming }: RecentReplies, limits: ReplyLimits, now: Date) {
  if (nextAt !== null) {
    throw new Problem('rate_limited', {
      detail: `You can have ${limits.repliesPerHour} replies an hour.`,
      retryAfter: secondsUntil(nextAt, now),
    })
  }
  if (streaming < limits.repliesAtOnce) return
  throw new Problem('rate_limited', {
    detail: 'Other replies are still being written. Stop one, or wait for its end.',
    // Nobody knows when they end; they are seldom longer.
    retryAfter: 5,
  })
}

async function checkDay(tx: Tx, limit: number, guestsOnly: boolean, now: Date) {
  const counted = and(
    gt(replies.createdAt, new Date(now.getTime() - day)),
    ne(replies.status, 'failed'),
  )
  const all = tx.select({ createdAt: replies.createdAt }).from(replies).$dynamic()
  const those = guestsOnly
    ? all
        .innerJoin(users, eq(users.id, replies.userId))
        .where(and(counted, eq(users.isGuest, true)))
    : all.where(counted)
  // The reply that has to fall out of the last 24 hours before there is room again.
  const [blocking] = await those
    .orderBy(desc(replies.createdAt))
    .offset(limit - 1)
    .limit(1)
  if (!blocking) return
  throw new Problem('rate_limited', {
    detail: 'All replies of today are taken. Please come back later.',
    retryAfter: secondsUntil(blocking.createdAt.getTime() + day, now),
  })
}
