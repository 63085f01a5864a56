import 'server-only'
import { and, isNull } from 'drizzle-orm'
import type { Db } from '@/lib/db/open'
import { personas } from '@/lib/db/schema'
import { noPersona, type Owned, rowOf } from './owned'
import { changingPersonas, checkRoom, type Maker, purgeRemoved } from './room-for-personas'

/** Takes a persona away; for an hour it can be brought back. Throws `not_found`. */
export async function removePersona(db: Db, owned: Owned, now = new Date()): Promise<void> {
  await changingPersonas(db, owned.userId, async (tx) => {
    const removed = await tx
      .update(personas)
      .set({ deletedAt: now })
      .where(and(rowOf(owned), isNull(personas.deletedAt)))
      .returning({ id: personas.id })
    if (removed.length === 0) throw noPersona()
    await purgeRemoved(tx, owned.userId, now)
  })
}

/** Brings back what was taken away. Throws `not_found` when it is too late, and `conflict` without room. */
export async function restorePersona(
  db: Db,
  id: string,
  maker: Maker,
  now = new Date(),
): Promise<void> {
  await changingPersonas(db, maker.userId, async (tx) => {
    await purgeRemoved(tx, maker.userId, now)
    const owned = rowOf({ id, userId: maker.userId })
    const [kept] = await tx.select({ deletedAt: personas.deletedAt }).from(personas).where(owned)
    if (!kept) throw noPersona()
    // A second press on `Undo` has nothing left to do.
    if (kept.deletedAt === null) return
    await checkRoom(tx, maker)
    await tx.update(personas).set({ deletedAt: null }).where(owned)
  })
}
