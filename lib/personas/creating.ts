import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/lib/db/open'
import { personas } from '@/lib/db/schema'
import { rememberUser } from '@/lib/db/users'
import { freeName, type Naming, stemOf } from './copy'
import type { PersonaDraft } from './draft'
import { noPersona } from './owned'
import type { PersonaContent } from './persona'
import { changingPersonas, checkRoom, type Maker, purgeRemoved } from './room-for-personas'
import { searchTextOf, searchTextOfDraft } from './search'

/** Either is enough: a draft is a persona that was never saved. */
interface Beginning {
  /** As the one who asks has chosen it: asking again, because an answer was lost, makes no other. */
  id?: string | undefined
  content?: PersonaContent | undefined
  draft?: PersonaDraft | undefined
  /** Left out: under its name, also where others have it. */
  naming?: Naming
}

/**
 * Keeps a new persona of this person. Where they have one with that id, it is answered as it is
 * (`isNew` false). Throws `conflict` when there is no room for another, and `not_found` where the id
 * is that of one they have taken away.
 */
export function createPersona(
  db: Db,
  maker: Maker,
  { id: chosen, content: asked, draft, naming }: Beginning,
  now = new Date(),
): Promise<{ id: string; version: number; isNew: boolean }> {
  return changingPersonas(db, maker.userId, async (tx) => {
    await rememberUser(tx, maker, now)
    await purgeRemoved(tx, maker.userId, now)
    const there = chosen && (await ownWith(tx, maker, chosen))
    if (there) return { ...there, isNew: false }
    await checkRoom(tx, maker)
    const content = asked && naming ? await named(tx, maker, asked, naming) : asked
    const row = {
      ownerId: maker.userId,
      content: content ?? null,
      draft: draft ?? null,
      version: 1,
      searchText: content ? searchTextOf(content) : searchTextOfDraft(draft ?? null),
      createdAt: now,
      updatedAt: now,
    }
    // Somebody else may have the id that was chosen, which nobody is told: it becomes another one.
    const ids = [...(chosen ? [chosen] : []), crypto.randomUUID()]
    for (const id of ids) {
      if (await insert(tx, { ...row, id })) return { id, version: 1, isNew: true }
    }
    throw new Error('A random id was taken')
  })
}

/** Answers whether there was none with that id. */
async function insert(tx: Tx, row: typeof personas.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(personas)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: personas.id })
  return made.length > 0
}

/** What this person has with that id. Call it under the lock. */
async function ownWith(tx: Tx, { userId }: Maker, id: string) {
  const [there] = await tx
    .select({ id: personas.id, version: personas.version, deletedAt: personas.deletedAt })
    .from(personas)
    .where(and(eq(personas.id, id), eq(personas.ownerId, userId)))
  if (!there) return undefined
  if (there.deletedAt) throw noPersona()
  return { id: there.id, version: there.version }
}

/** Under a name that tells it from the others of this person. */
async function named(
  tx: Tx,
  { userId }: Maker,
  content: PersonaContent,
  naming: Naming,
): Promise<PersonaContent> {
  const name = sql<string | null>`coalesce(${personas.content}, ${personas.draft}) ->> 'name'`
  const alike = await tx
    .select({ name })
    .from(personas)
    .where(
      and(
        eq(personas.ownerId, userId),
        isNull(personas.deletedAt),
        sql`starts_with(${name}, ${stemOf(content.name)})`,
      ),
    )
  const taken = new Set(alike.flatMap(({ name }) => name ?? []))
  return { ...content, name: freeName(content.name, naming, taken) }
}
