import 'server-only'
import type { Db, Tx } from './open'
import { users } from './schema'

/** Makes sure that a person has a row, for what refers to it. An account that was deleted begins anew. */
export async function rememberUser(
  db: Db | Tx,
  user: { userId: string; isGuest: boolean },
  now: Date,
): Promise<void> {
  await db
    .insert(users)
    .values({ id: user.userId, isGuest: user.isGuest, createdAt: now, seenAt: now })
    .onConflictDoUpdate({
      target: users.id,
      set: { isGuest: user.isGuest, seenAt: now, deletedAt: null },
    })
}
