import 'server-only'
import { and, asc, eq, gt, inArray, or, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Db } from '@/lib/db/open'
import { messages, personas, replies, sessions, users } from '@/lib/db/schema'
import { isRemembered } from '@/lib/ledger/forgotten'
import { readableConfig } from '@/lib/ledger/session-config'
import { documentOf } from '@/lib/personas/document'
import { personaContent } from '@/lib/personas/persona'

/** Rows that are in memory at once. */
const perPage = 100

interface Position {
  id: string
  createdAt: Date
}

/**
 * Everything kept about a person, as the parts of one JSON text. Read page by page, so that it
 * takes the same memory for ten conversations as for ten thousand.
 */
export async function* exportAccount(
  db: Db,
  { userId, isGuest }: { userId: string; isGuest: boolean },
  now = new Date(),
): AsyncGenerator<string> {
  const [row] = await db.select().from(users).where(eq(users.id, userId))
  const account = {
    id: userId,
    guest: isGuest,
    createdAt: row?.createdAt ?? null,
    seenAt: row?.seenAt ?? null,
  }
  yield '{\n"format": "vis-a-vis.account",\n"version": 1'
  yield member('exportedAt', now)
  yield member('account', account)
  yield member('profile', row?.profile ?? null)
  yield member('defaultPersonaId', row?.defaultPersonaId ?? null)
  yield* list('personas', (after) => personaPage(db, userId, after))
  yield* list('sessions', (after) => sessionPage(db, userId, after))
  yield* list('replies', (after) => replyPage(db, userId, after))
  yield '\n}\n'
}

const member = (name: string, value: unknown) => `,\n"${name}": ${JSON.stringify(value)}`

/** A member that is an array, an entry per line. */
async function* list<Entry extends Position>(
  name: string,
  read: (after: Entry | undefined) => Promise<Entry[]>,
): AsyncGenerator<string> {
  yield `,\n"${name}": [`
  let last: Entry | undefined
  for (let page = await read(last); page.length > 0; page = await read(last)) {
    yield (last ? ',\n' : '\n') + page.map((entry) => JSON.stringify(entry)).join(',\n')
    last = page.at(-1)
    if (page.length < perPage) break
  }
  yield '\n]'
}

const later = (
  columns: { id: PgColumn; createdAt: PgColumn },
  after: Position | undefined,
): SQL | undefined =>
  after &&
  or(
    gt(columns.createdAt, after.createdAt),
    and(eq(columns.createdAt, after.createdAt), gt(columns.id, after.id)),
  )

async function personaPage(db: Db, userId: string, after: Position | undefined) {
  const rows = await db
    .select()
    .from(personas)
    .where(and(eq(personas.ownerId, userId), later(personas, after)))
    .orderBy(asc(personas.createdAt), asc(personas.id))
    .limit(perPage)
  return rows.map(({ content, draft, ...row }) => {
    const saved = personaContent.safeParse(content)
    return {
      id: row.id,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      deletedAt: row.deletedAt,
      // What this version of the app cannot read is theirs all the same.
      document: saved.success ? documentOf(saved.data) : content,
      draft,
    }
  })
}

async function sessionPage(db: Db, userId: string, after: Position | undefined) {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isRemembered(), later(sessions, after)))
    .orderBy(asc(sessions.createdAt), asc(sessions.id))
    .limit(perPage)
  const said = await saidIn(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ userId: _, ...session }) => ({
    ...session,
    config: readableConfig(session.config),
    messages: said.get(session.id) ?? [],
  }))
}

/** What they used of chats, reply by reply; what was said is with the sessions. */
async function replyPage(db: Db, userId: string, after: Position | undefined) {
  const rows = await db
    .select({ reply: replies })
    .from(replies)
    .innerJoin(sessions, eq(sessions.id, replies.sessionId))
    .where(and(eq(replies.userId, userId), isRemembered(), later(replies, after)))
    .orderBy(asc(replies.createdAt), asc(replies.id))
    .limit(perPage)
  return rows.map(({ reply: { userId: _, ...reply } }) => reply)
}

async function saidIn(db: Db, ids: string[]) {
  const rows = await db
    .select()
    .from(messages)
    .where(inArray(messages.sessionId, ids))
    .orderBy(asc(messages.sessionId), asc(messages.seq))
  const said = new Map<string, unknown[]>()
  for (const { sessionId, seq: _, ...message } of rows) {
    const before = said.get(sessionId)
    if (before) before.push(message)
    else said.set(sessionId, [message])
  }
  return said
}
