import 'server-only'
import { and, desc, eq, gt, inArray, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/lib/db/open'
import { purgeDeleted } from '@/lib/db/purge-deleted'
import { sessions, users } from '@/lib/db/schema'
import { type Asker, rememberUser } from '@/lib/db/users'
import { Problem } from '@/lib/http/problem'
import { inTurn } from './in-turn'
import {
  checkOwnLimits,
  connectWindowSeconds,
  day,
  hour,
  type Limits,
  secondsUntil,
} from './limits'
import { type Replaced, type Replaces, replace } from './replace'
import { closeExpired, openStatuses, unspentTokens } from './sweep'

export type Session = typeof sessions.$inferSelect

export interface Reservation extends Omit<Replaced, 'continues'> {
  session: Session
  /** This person's earlier sessions that may still run at their vendor: stop them there. */
  leftovers: Session[]
}

interface Request {
  user: Asker
  vendor: string
  /** `face` when left out. */
  medium?: Session['medium']
  persona: { id: string; name: string }
  /** What the talk is about; `default` when left out. */
  context?: string
  limits: Limits
  replaces?: Replaces
  now?: Date
}

/**
 * Held until the transaction ends. Two names that hash alike only wait for each other. The two
 * settings, of this transaction only, keep a server that freezes in it from stopping all others.
 */
export const lock = (tx: Tx, name: string) =>
  tx.execute(sql`select set_config('lock_timeout', '10s', true),
    set_config('idle_in_transaction_session_timeout', '10s', true),
    pg_advisory_xact_lock(hashtextextended(${name}, 0))`)

/**
 * Holds a place for a new session, in one transaction: exact on any number of servers, because
 * one person's requests queue on a lock, and so does the count of the whole app. What the new
 * session replaces gives way in the same transaction, so that it is not in the way of the limits.
 * Throws `rate_limited` or `too_many_sessions` with the seconds to wait, and records nothing then.
 */
export function reserve(db: Db, request: Request): Promise<Reservation> {
  const { user, limits, replaces = {}, now = new Date() } = request
  return inTurn(user.userId, () =>
    db.transaction(
      async (tx) => {
        // Always the person before the app: one order, so no two transactions wait for each other.
        await lock(tx, `ledger:user:${user.userId}`)
        await purgeDeleted(tx, now)
        const leftovers = await closeExpired(tx, user.userId, now)
        leftovers.push(...(await unspentTokens(tx, user.userId, now)))
        const { continues, ...way } = await replace(tx, user.userId, replaces, now)
        checkOwnLimits(await recentOrOpen(tx, user.userId, now), limits, now)
        await lock(tx, 'ledger:app')
        await checkAppLimits(tx, user, limits, now)
        const session = await insert(tx, request, continues, now)
        return { session, leftovers, ...way }
      },
      // Each statement must see what was committed before its lock was granted.
      { isolationLevel: 'read committed' },
    ),
  )
}

/**
 * Chats that our server carries hand no token out: they are limited by their replies instead
 * (lib/ledger/replies.ts), and are live from the first moment on.
 */
const tookToken = or(
  ne(sessions.medium, 'text'),
  isNotNull(sessions.issuedAt),
  inArray(sessions.status, ['reserved', 'failed']),
)

/** What the limits of one person are counted in. */
export function recentOrOpen(db: Db | Tx, userId: string, now: Date) {
  return db
    .select({
      status: sessions.status,
      medium: sessions.medium,
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        tookToken,
        or(
          gt(sessions.createdAt, new Date(now.getTime() - hour)),
          inArray(sessions.status, openStatuses),
        ),
      ),
    )
}

/** Guests have a share of their own: they cost nothing to make, and must not shut members out. */
async function checkAppLimits(tx: Tx, user: { isGuest: boolean }, limits: Limits, now: Date) {
  await checkDay(tx, limits.appSessionsPerDay, undefined, now)
  if (user.isGuest) await checkDay(tx, limits.guestSessionsPerDay, eq(users.isGuest, true), now)
}

async function checkDay(tx: Tx, limit: number, whose: SQL | undefined, now: Date) {
  const today = gt(sessions.createdAt, new Date(now.getTime() - day))
  // The session that has to fall out of the last 24 hours before there is room again.
  const [blocking] = await tx
    .select({ createdAt: sessions.createdAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(today, tookToken, ne(sessions.status, 'failed'), whose))
    .orderBy(desc(sessions.createdAt))
    .offset(limit - 1)
    .limit(1)
  if (!blocking) return
  throw new Problem('rate_limited', {
    detail: 'All conversations of today are taken. Please come back later.',
    retryAfter: secondsUntil(blocking.createdAt.getTime() + day, now),
  })
}

async function insert(
  tx: Tx,
  { user, vendor, medium, persona, limits, context }: Request,
  continues: string | null,
  now: Date,
) {
  await rememberUser(tx, user, now)
  const [session] = await tx
    .insert(sessions)
    .values({
      id: crypto.randomUUID(),
      userId: user.userId,
      vendor,
      personaId: persona.id,
      personaName: persona.name,
      ...(medium && { medium }),
      ...(context && { context }),
      maxSeconds: limits.sessionSeconds,
      continues,
      createdAt: now,
      expiresAt: new Date(now.getTime() + connectWindowSeconds * 1_000),
    })
    .returning()
  if (!session) throw new Error('The inserted session was not returned')
  return session
}
