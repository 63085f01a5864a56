import 'server-only'
import { and, eq, exists, sql } from 'drizzle-orm'
import type { Db } from '@/lib/db/open'
import { messages, sessions } from '@/lib/db/schema'
import { Problem } from '@/lib/http/problem'
import { isRemembered } from './forgotten'
import { readableConfig } from './session-config'
import { isSessionId } from './session-id'

/** What the ledger says of somebody's own session. Throws `not_found`, for somebody else's too. */
export async function ownSession(db: Db, { id, userId }: { id: string; userId: string }) {
  const said = db.select({ seq: messages.seq }).from(messages).where(eq(messages.sessionId, id))
  const find = db
    .select({
      id: sessions.id,
      status: sessions.status,
      vendor: sessions.vendor,
      personaId: sessions.personaId,
      personaName: sessions.personaName,
      context: sessions.context,
      config: sessions.config,
      configHash: sessions.configHash,
      createdAt: sessions.createdAt,
      liveAt: sessions.liveAt,
      endedAt: sessions.endedAt,
      endReason: sessions.endReason,
      firstFrameMs: sessions.firstFrameMs,
      rating: sessions.rating,
      transcriptKept: sql<boolean>`${exists(said)}`,
    })
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId), isRemembered()))
  const [session] = isSessionId(id) ? await find : []
  if (!session) throw new Problem('not_found', { detail: 'There is no such session.' })
  return { ...session, config: readableConfig(session.config) }
}
