import 'server-only'
import { inArray, lt } from 'drizzle-orm'
import type { Tx } from './open'
import { users } from './schema'

/** For good: nothing an account used counts any more a day after it was deleted. */
export async function purgeDeleted(tx: Tx, now: Date): Promise<void> {
  const gone = tx
    .select({ id: users.id })
    .from(users)
    .where(lt(users.deletedAt, new Date(now.getTime() - 86_400_000)))
    .limit(100)
    // Somebody else is at it, or the account begins anew.
    .for('update', { skipLocked: true })
  await tx.delete(users).where(inArray(users.id, gone))
}
