import 'server-only'
import { isNull, lt, or } from 'drizzle-orm'
import { Problem } from '@/lib/http/problem'
import type { Db, Tx } from './open'
import { users } from './schema'

/** Somebody who asks, as their identity says. */
export interface Asker {
  userId: string
  isGuest: boolean
  /** When their identity token was issued, in Unix seconds. Left out: not by a token. */
  issuedAt?: number | undefined
}

/**
 * Makes sure that a person has a row, for what refers to it. An account that was deleted begins anew,
 * but only by a token issued in a later second than that: another tab that still has one from before
 * must not bring it back. Throws `unauthenticated` then.
 */
export async function rememberUser(db: Db | Tx, user: Asker, now: Date): Promise<void> {
  const { userId, isGuest, issuedAt } = user
  const remembered = await db
    .insert(users)
    .values({ id: userId, isGuest, createdAt: now, seenAt: now })
    .onConflictDoUpdate({
      target: users.id,
      set: { isGuest, seenAt: now, deletedAt: null },
      ...(issuedAt !== undefined && {
        setWhere: or(isNull(users.deletedAt), lt(users.deletedAt, new Date(issuedAt * 1_000))),
      }),
    })
    .returning({ id: users.id })
  if (remembered.length > 0) return
  throw new Problem('unauthenticated', {
    detail: 'This account was deleted. Sign in again to begin anew.',
  })
}
