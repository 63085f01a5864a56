import 'server-only'
import { and, desc, eq, gt, inArray, isNotNull } from 'drizzle-orm'
import type { Db } from '@/lib/db/open'
import { sessions } from '@/lib/db/schema'
import { openStatuses } from '@/lib/ledger/sweep'

/**
 * The session that this person's last token began, where it is still open. The vendor's own SDK
 * asks for its next token with nothing but a cookie, so only the ledger can tell that it goes on.
 */
export async function openChat(
  db: Db,
  userId: string,
  now = new Date(),
): Promise<string | undefined> {
  const [open] = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        eq(sessions.vendor, 'animus'),
        eq(sessions.medium, 'text'),
        // Chats that our server carries itself have no token.
        isNotNull(sessions.issuedAt),
        inArray(sessions.status, openStatuses),
        gt(sessions.expiresAt, now),
      ),
    )
    .orderBy(desc(sessions.createdAt))
    .limit(1)
  return open?.id
}
