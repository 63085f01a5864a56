import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Db, Tx } from '@/lib/db/open'
import { purgeDeleted } from '@/lib/db/purge-deleted'
import { sessions } from '@/lib/db/schema'
import { type Asker, rememberUser } from '@/lib/db/users'
import { Problem } from '@/lib/http/problem'
import { isRemembered } from './forgotten'
import type { Session } from './reserve'
import { hashOf, type RecordedConfig } from './session-config'
import { isSessionId } from './session-id'
import { openStatuses } from './sweep'

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

/** A session that a reply may belong to, of this person only. Throws `not_found`. */
export async function chatSession(db: Db | Tx, userId: string, id: string): Promise<Session> {
  const find = db
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId), isRemembered()))
  const [session] = isSessionId(id) ? await find : []
  if (!session) throw new Problem('not_found', { detail: 'There is no such session.' })
  return session
}

/**
 * The session of a reply, in the transaction that reserves it and under that person's lock: the one
 * that is named, while it is open; a new one that carries it on, where it was a chat whose time is
 * over; or just a new one. Throws `not_found` for somebody else's, `conflict` for a talk that is
 * over, and `invalid_request` where the named session is of another persona or vendor.
 */
export async function textSession(tx: Tx, wish: TextSessionWish, now: Date): Promise<Session> {
  const { user, sessionId } = wish
  if (sessionId === undefined) return begin(tx, wish, null, now)
  const named = await chatSession(tx, user.userId, sessionId)
  checkSame(named, wish)
  const isOpen = openStatuses.includes(named.status) && named.expiresAt > now
  if (isOpen) return named
  if (named.medium !== 'text') {
    throw new Problem('conflict', { detail: 'This conversation is over.' })
  }
  await close(tx, named)
  return begin(tx, wish, named.id, now)
}

function checkSame(named: Session, { persona, vendor }: TextSessionWish) {
  const wrong = (path: string, message: string) =>
    new Problem('invalid_request', {
      detail: 'The reply does not belong to this session.',
      errors: [{ path, message }],
    })
  if (named.medium === 'voice') throw wrong('sessionId', 'A talk by voice takes no replies.')
  if (named.personaId !== persona.id) throw wrong('personaId', 'Not the persona of this session.')
  // A face lends itself to any chat vendor that its persona names as its brain.
  if (named.medium === 'text' && named.vendor !== vendor) {
    throw wrong('vendor', 'Not the vendor of this session.')
  }
}

/** Nobody has closed it yet: its time was over at `expiresAt`. */
async function close(tx: Tx, { id, status, expiresAt }: Session) {
  if (!openStatuses.includes(status)) return
  await tx
    .update(sessions)
    .set({ status: 'ended', endedAt: expiresAt, endReason: 'time_limit' })
    .where(eq(sessions.id, id))
}

/** Live from the first moment on: no token is handed out, and there is nothing to connect to. */
async function begin(tx: Tx, wish: TextSessionWish, continues: string | null, now: Date) {
  const { user, vendor, persona, context, config } = wish
  // Where nobody ever talks face to face, deleted accounts have to go all the same.
  await purgeDeleted(tx, now)
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
    .returning()
  if (!session) throw new Error('The inserted session was not returned')
  return session
}
