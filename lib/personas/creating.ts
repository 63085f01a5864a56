import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '@/lib/db/open'
import { personas } from '@/lib/db/schema'
import { rememberUser } from '@/lib/db/users'
import { freeName, type Naming, stemOf } from './copy'
import type { PersonaDraft } from './draft'
import type { PersonaContent } from './persona'
import { changingPersonas, checkRoom, type Maker, purgeRemoved } from './room-for-personas'
import { searchTextOf, searchTextOfDraft } from './search'

/** Either is enough: a draft is a persona that was never saved. */
interface Beginning {
  content?: PersonaContent | undefined
  draft?: PersonaDraft | undefined
  /** Left out: under its name, also where others have it. */
  naming?: Naming
}

/** Keeps a new persona of this person. Throws `conflict` when there is no room for another. */
export function createPersona(
  db: Db,
  maker: Maker,
  { content: asked, draft, naming }: Beginning,
  now = new Date(),
): Promise<{ id: string; version: number }> {
  return changingPersonas(db, maker.userId, async (tx) => {
    await rememberUser(tx, maker, now)
    await purgeRemoved(tx, maker.userId, now)
    await checkRoom(tx, maker)
    const content = asked && naming ? await named(tx, maker, asked, naming) : asked
    const id = crypto.randomUUID()
    await tx.insert(personas).values({
      id,
      ownerId: maker.userId,
      content: content ?? null,
      draft: draft ?? null,
      version: 1,
      searchText: content ? searchTextOf(content) : searchTextOfDraft(draft ?? null),
      createdAt: now,
      updatedAt: now,
    })
    return { id, version: 1 }
  })
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
