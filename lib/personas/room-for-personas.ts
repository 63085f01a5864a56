import 'server-only'
import { and, count, desc, eq, gte, isNotNull, isNull, notInArray, sql } from 'drizzle-orm'
import type { Tx } from '@/lib/db/open'
import { personas } from '@/lib/db/schema'
import { Problem } from '@/lib/http/problem'

/** How long a deleted persona can be brought back, in ms. */
const undoMs = 3_600_000

/** And how many of them: without a bound, deleting would be a way around the limit. */
const mostUndoable = 100

export interface Maker {
  userId: string
  isGuest: boolean
  /** How many personas they may keep. */
  mostPersonas: number
}

/** What a person does to the number of their personas happens one after the other. */
export const lockPersonas = (tx: Tx, userId: string) =>
  tx.execute(sql`select set_config('lock_timeout', '10s', true),
    pg_advisory_xact_lock(hashtextextended(${`personas:user:${userId}`}, 0))`)

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
