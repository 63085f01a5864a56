import 'server-only'
import { and, eq, isNotNull, ne, or } from 'drizzle-orm'
import type { Db } from '@/lib/db/open'
import { sessions } from '@/lib/db/schema'
import { Problem } from '@/lib/http/problem'
import { ownSession } from './own-session'

export interface Feedback {
  rating: 'good' | 'poor'
  comment?: string | undefined
}

/**
 * Keeps what a visitor thought of a conversation of theirs; the last one replaces those before.
 * Taken from the moment a token was handed out, because it may overtake the report of the end.
 * Throws `not_found`, and `invalid_request` where there never was a conversation.
 */
export async function saveFeedback(
  db: Db,
  owned: { id: string; userId: string },
  { rating, comment }: Feedback,
): Promise<void> {
  const { id } = await ownSession(db, owned)
  const kept = await db
    .update(sessions)
    .set({ rating, comment: comment ?? null })
    .where(
      and(
        eq(sessions.id, id),
        // A chat that our server carries is live without a token.
        or(isNotNull(sessions.issuedAt), isNotNull(sessions.liveAt)),
        ne(sessions.status, 'failed'),
      ),
    )
    .returning({ id: sessions.id })
  if (kept.length > 0) return
  throw new Problem('invalid_request', {
    detail: 'This conversation never began, so there is nothing to rate.',
  })
}
