import 'server-only'
import { and, count, desc, eq, gte, isNotNull, isNull, notInArray, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/lib/db/open'
import { personas } from '@/lib/db/schema'
import type { Asker } from '@/lib/db/users'
import { Problem } from '@/lib/http/problem'
import { inTurn } from '@/lib/ledger/in-turn'

/** How long a deleted persona can be brought back, in ms. */
const undoMs = 3_600_000

/** And how many of them: without a bound, deleting would be a way around the limit. */
const mostUndoable = 100

export interface Maker extends Asker {
  /** How many personas they may keep. */
  mostPersonas: number
}

/** Held until the transaction ends; what stops in it stops nobody else for long. */
export const lockPersonas = (tx: Tx, userId: string) =>
  tx.execute(sql`select set_config('lock_timeout', '10s', true),
    set_config('idle_in_transaction_session_timeout', '10s', true),
    pg_advisory_xact_lock(hashtextextended(${`personas:user:${userId}`}, 0))`)

/**
 * Whatever changes the number of somebody's personas happens one after the other: in this process
 * with one connection for all of it, elsewhere by the lock.
 */
export const changingPersonas = <Value>(
  db: Db,
  userId: string,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> =>
  inTurn(`personas ${userId}`, () =>
    db.transaction(
      async (tx) => {
        await lockPersonas(tx, userId)
        return work(tx)
      },
      // Each statement must see what was committed before the lock was granted.
      { isolationLevel: 'read committed' },
    ),
  )

/** Throws `conflict` when this person keeps as many as they may. Call it under the lock. */
export async function checkRoom(tx: Tx, { userId, mostPersonas }: Maker) {
  const [kept] = await tx
    .select({ count: count() })
    .from(personas)
    .where(and(eq(personas.ownerId, userId), isNull(personas.deletedAt)))
  if ((kept?.count ?? 0) < mostPersonas) return
  throw new Problem('conflict', {
    detail: `You have ${mostPersonas.toLocaleString('en')} personas, which is as many as can be kept. Delete one first.`,
  })
}

/** Forgets for good what this person took away long enough ago, or before too many others. */
export async function purgeRemoved(tx: Tx, ownerId: string, now: Date): Promise<void> {
  const removed = and(eq(personas.ownerId, ownerId), isNotNull(personas.deletedAt))
  const undoable = tx
    .select({ id: personas.id })
    .from(personas)
    .where(and(removed, gte(personas.deletedAt, new Date(now.getTime() - undoMs))))
    .orderBy(desc(personas.deletedAt))
    .limit(mostUndoable)
  await tx.delete(personas).where(and(removed, notInArray(personas.id, undoable)))
}
