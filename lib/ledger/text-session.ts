import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '@/lib/db/open'
import { purgeDeleted } from '@/lib/db/purge-deleted'
import { sessions } from '@/lib/db/schema'
import { type Asker, rememberUser } from '@/lib/db/users'
import { Problem } from '@/lib/http/problem'
import { isRemembered } from './forgotten'
import { hashOf, type RecordedConfig } from './session-config'
import { isSessionId } from './session-id'
import { closeExpired, openStatuses } from './sweep'

/** How long replies are kept in one session: a chat that is taken up later carries it on in a new one. */
export const chatSeconds = 12 * 3_600

/** The session that a reply wants to be kept in. */
export interface TextSessionWish {
  user: Asker
  vendor: string
  persona: { id: string; name: string }
  /** What the chat is about. */
  context: string
  /** The caller's session that the reply belongs to. */
  sessionId?: string | undefined
  /** What the vendor is sent, to be kept with a new session. */
  config: RecordedConfig
}

/** What a reply needs to know of a session: not the prompt, which is long. */
const columns = {
  id: sessions.id,
  medium: sessions.medium,
  vendor: sessions.vendor,
  personaId: sessions.personaId,
  status: sessions.status,
  expiresAt: sessions.expiresAt,
  continues: sessions.continues,
}

/** A session that replies belong to. */
export type ChatSession = Pick<typeof sessions.$inferSelect, keyof typeof columns>

/** A session that a reply may belong to, of this person only. Throws `not_found`. */
export async function chatSession(db: Db | Tx, userId: string, id: string): Promise<ChatSession> {
  const find = db
    .select(columns)
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId), isRemembered()))
  const [session] = isSessionId(id) ? await find : []
  if (!session) throw new Problem('not_found', { detail: 'There is no such session.' })
  return session
}

/**
 * The session of a reply, in the transaction that reserves it and under that person's lock: the one
 * that is named, while it is open; a new one that carries it on, where it was a chat whose time is
 * over, or one with another vendor; or just a new one. Throws `not_found` for somebody else's,
 * `conflict` for a talk that is over, and `invalid_request` where it is of another persona.
 */
export async function textSession(tx: Tx, wish: TextSessionWish, now: Date): Promise<ChatSession> {
  const { user, sessionId } = wish
  if (sessionId === undefined) return begin(tx, wish, null, now)
  const named = await chatSession(tx, user.userId, sessionId)
  checkSame(named, wish)
  const isOpen = openStatuses.includes(named.status) && named.expiresAt > now
  // A face lends itself to any chat vendor that its persona names as its brain.
  const isOurs = named.medium !== 'text' || named.vendor === wish.vendor
  if (isOpen && isOurs) return named
  if (named.medium !== 'text') {
    throw new Problem('conflict', { detail: 'This conversation is over.' })
  }
  if (isOpen) await close(tx, named.id, now)
  return begin(tx, wish, named.id, now)
}

function checkSame(named: ChatSession, { persona }: TextSessionWish) {
  const wrong = (path: string, message: string) =>
    new Problem('invalid_request', {
      detail: 'The reply does not belong to this session.',
      errors: [{ path, message }],
    })
  if (named.medium === 'voice') throw wrong('sessionId', 'A talk by voice takes no replies.')
  if (named.personaId !== persona.id) throw wrong('personaId', 'Not the persona of this session.')
}

/** It goes on with another vendor. */
async function close(tx: Tx, id: string, now: Date) {
  await tx
    .update(sessions)
    .set({ status: 'ended', endedAt: now, endReason: 'continued' })
    .where(eq(sessions.id, id))
}

/** Live from the first moment on: no token is handed out, and there is nothing to connect to. */
async function begin(tx: Tx, wish: TextSessionWish, continues: string | null, now: Date) {
  const { user, vendor, persona, context, config } = wish
  // Where nobody ever talks face to face, deleted accounts have to go all the same.
  await purgeDeleted(tx, now)
  // So do chats that nobody ended. There is nothing to stop at their vendors.
  await closeExpired(tx, user.userId, now, eq(sessions.medium, 'text'))
  await rememberUser(tx, user, now)
  const [session] = await tx
    .insert(sessions)
    .values({
      id: crypto.randomUUID(),
      userId: user.userId,
      status: 'live',
      vendor,
      medium: 'text',
      personaId: persona.id,
      personaName: persona.name,
      context,
      maxSeconds: chatSeconds,
      createdAt: now,
      liveAt: now,
      expiresAt: new Date(now.getTime() + chatSeconds * 1_000),
      continues,
      config,
      configHash: hashOf(config),
    })
    .returning(columns)
  if (!session) throw new Error('The inserted session was not returned')
  return session
}
