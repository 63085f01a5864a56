import 'server-only'
import { and, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/lib/db/open'
import { sessions } from '@/lib/db/schema'
import { Problem } from '@/lib/http/problem'
import { isRemembered } from './forgotten'
import type { Session } from './reserve'
import { hashOf, type RecordedConfig } from './session-config'
import { isSessionId } from './session-id'
import { openStatuses } from './sweep'
import { replaceTranscript, saveTranscript, type TranscriptMessage } from './transcript'

/** Whose session is meant. Somebody else's is answered exactly as one that does not exist. */
interface Owned {
  id: string
  userId: string
}

/** Locks the row until the transaction ends, so that transitions of one session queue. */
async function lockOwn(tx: Tx, { id, userId }: Owned): Promise<Session> {
  const find = tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId), isRemembered()))
    .for('update')
  const [session] = isSessionId(id) ? await find : []
  if (!session) throw new Problem('not_found', { detail: 'There is no such session.' })
  return session
}

/**
 * The vendor gave a token. False when the session was ended meanwhile: then the token must not be
 * handed out. `config` is what the vendor was sent.
 */
export async function markIssued(
  db: Db,
  id: string,
  config: RecordedConfig | undefined,
  now = new Date(),
): Promise<boolean> {
  const issued = await db
    .update(sessions)
    .set({
      status: 'issued',
      issuedAt: now,
      ...(config && { config, configHash: hashOf(config) }),
    })
    .where(and(eq(sessions.id, id), eq(sessions.status, 'reserved')))
    .returning({ id: sessions.id })
  return issued.length === 1
}

/** No token was handed out: frees the place and gives the allowance back. */
export async function markFailed(
  db: Db,
  id: string,
  reason: string,
  now = new Date(),
): Promise<void> {
  await db
    .update(sessions)
    .set({ status: 'failed', endedAt: now, endReason: reason })
    .where(and(eq(sessions.id, id), inArray(sessions.status, ['reserved', 'issued'])))
}

/**
 * The conversation runs: its length counts from here. False when the session is over already, so
 * that whatever runs at the vendor has to be stopped. Throws `not_found`.
 */
export function markLive(
  db: Db,
  owned: Owned,
  seen: { vendorSessionId?: string | undefined; firstFrameMs?: number | undefined },
  now = new Date(),
): Promise<{ open: boolean; session: Session }> {
  return db.transaction(async (tx) => {
    const session = await lockOwn(tx, owned)
    if (session.status !== 'issued' && session.status !== 'live') return { open: false, session }
    const starts = session.status === 'issued' && {
      status: 'live' as const,
      liveAt: now,
      expiresAt: new Date(now.getTime() + session.maxSeconds * 1_000),
    }
    await tx
      .update(sessions)
      .set({
        ...starts,
        // A second report, for example with the first frame's time, only fills what is missing.
        vendorSessionId: session.vendorSessionId ?? seen.vendorSessionId ?? null,
        firstFrameMs: session.firstFrameMs ?? seen.firstFrameMs ?? null,
      })
      .where(eq(sessions.id, session.id))
    return { open: true, session }
  })
}

/**
 * The conversation is over. Idempotent: `changed` tells whether this call ended it. The first
 * transcript that arrives is kept, also when it comes after the end; a chat's last one replaces
 * those before its end. Throws `not_found`.
 */
export function markEnded(
  db: Db,
  owned: Owned,
  end: {
    reason?: string | undefined
    vendorSessionId?: string | undefined
    messages?: TranscriptMessage[] | undefined
  },
  now = new Date(),
): Promise<{ changed: boolean; session: Session }> {
  return db.transaction(async (tx) => {
    const before = await lockOwn(tx, owned)
    const changed = openStatuses.includes(before.status)
    const [after] = changed
      ? await tx
          .update(sessions)
          .set({
            status: 'ended',
            endedAt: sql`least(${now.toISOString()}::timestamptz, ${sessions.expiresAt})`,
            endReason: end.reason ?? 'ended',
            vendorSessionId: before.vendorSessionId ?? end.vendorSessionId ?? null,
          })
          .where(eq(sessions.id, before.id))
          .returning()
      : [before]
    await keepSaid(tx, before, end.messages ?? [])
    return { changed, session: after ?? before }
  })
}

/**
 * Keeps what was said so far in a chat, which goes on. Throws `not_found`, and `invalid_request` for
 * a talk, whose transcript comes with its end.
 */
export function keepMessages(db: Db, owned: Owned, said: TranscriptMessage[]): Promise<void> {
  return db.transaction(async (tx) => {
    const session = await lockOwn(tx, owned)
    if (session.medium === 'text') return keepSaid(tx, session, said)
    throw new Problem('invalid_request', {
      detail: 'Only a chat is kept before its end.',
      errors: [{ path: 'event', message: 'Not for a talk.' }],
    })
  })
}

/** The first transcript of a talk stays, the last one of a chat, until it is over: then it stays, too. */
function keepSaid(tx: Tx, { id, medium, status }: Session, said: TranscriptMessage[]) {
  const grows = medium === 'text' && openStatuses.includes(status)
  return grows ? replaceTranscript(tx, id, said) : saveTranscript(tx, id, said)
}

/**
 * Whether this caller may ask the vendor to end the session: only where a token was handed out,
 * and once in ten seconds, since each time costs calls with our key.
 */
export async function claimStop(db: Db, id: string, now = new Date()): Promise<boolean> {
  const before = new Date(now.getTime() - 10_000)
  const claimed = await db
    .update(sessions)
    .set({ stopAskedAt: now })
    .where(
      and(
        eq(sessions.id, id),
        isNotNull(sessions.issuedAt),
        or(isNull(sessions.stopAskedAt), lt(sessions.stopAskedAt, before)),
      ),
    )
    .returning({ id: sessions.id })
  return claimed.length === 1
}
