import 'server-only'
import { and, eq, gt, inArray, lte, notInArray, or } from 'drizzle-orm'
import type { Db, Tx } from '@/lib/db/open'
import { purgeDeleted } from '@/lib/db/purge-deleted'
import { messages, personas, replies, sessions, users } from '@/lib/db/schema'
import { forgottenContent } from '@/lib/ledger/forgotten'
import { inTurn } from '@/lib/ledger/in-turn'
import { day } from '@/lib/ledger/limits'
import { lock, type Session } from '@/lib/ledger/reserve'
import { closeExpired, openStatuses, unspentTokens } from '@/lib/ledger/sweep'
import { lockPersonas } from '@/lib/personas/room-for-personas'

/**
 * Forgets everything about a person, in one transaction. The last day's sessions and replies stay as
 * bare times, because limits are counted in them: deleting an account gives nothing back. Answers the
 * sessions that may still run at their vendor: stop them there.
 */
export function deleteAccount(db: Db, userId: string, now = new Date()): Promise<Session[]> {
  return inTurn(userId, () =>
    db.transaction(
      async (tx) => {
        // No session and no persona is made meanwhile.
        await lock(tx, `ledger:user:${userId}`)
        await lockPersonas(tx, userId)
        const running = await endSessions(tx, userId, now)
        await forgetSessions(tx, userId, now)
        await tx.delete(personas).where(eq(personas.ownerId, userId))
        // Also of whom nothing is kept: what is sent by a token from before counts no more.
        const forgotten = { profile: null, defaultPersonaId: null, deletedAt: now }
        await tx
          .insert(users)
          .values({ id: userId, isGuest: false, createdAt: now, seenAt: now, ...forgotten })
          .onConflictDoUpdate({ target: users.id, set: forgotten })
        await purgeDeleted(tx, now)
        return running
      },
      { isolationLevel: 'read committed' },
    ),
  )
}

async function endSessions(tx: Tx, userId: string, now: Date): Promise<Session[]> {
  const leftovers = await closeExpired(tx, userId, now)
  leftovers.push(...(await unspentTokens(tx, userId, now)))
  const ended = await tx
    .update(sessions)
    .set({ status: 'ended', endedAt: now, endReason: 'account_deleted' })
    .where(and(eq(sessions.userId, userId), inArray(sessions.status, openStatuses)))
    .returning()
  return [...leftovers, ...ended.filter(({ issuedAt }) => issuedAt !== null)]
}

async function forgetSessions(tx: Tx, userId: string, now: Date): Promise<void> {
  const theirs = eq(sessions.userId, userId)
  const yesterday = new Date(now.getTime() - day)
  // A chat goes on for hours: its replies may be younger than it is.
  const counting = tx
    .select({ id: replies.sessionId })
    .from(replies)
    .where(and(eq(replies.userId, userId), gt(replies.createdAt, yesterday)))
  const counts = or(gt(sessions.createdAt, yesterday), inArray(sessions.id, counting))
  await tx
    .delete(sessions)
    .where(and(theirs, lte(sessions.createdAt, yesterday), notInArray(sessions.id, counting)))
  const kept = tx.select({ id: sessions.id }).from(sessions).where(and(theirs, counts))
  await tx.delete(messages).where(inArray(messages.sessionId, kept))
  await tx.update(sessions).set(forgottenContent).where(and(theirs, counts))
}
