import 'server-only'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/lib/db/open'
import { personas } from '@/lib/db/schema'
import { Problem } from '@/lib/http/problem'
import { type PersonaDraft, personaDraft } from './draft'
import { noPersona, type Owned, rowOf } from './owned'
import type { PersonaContent } from './persona'
import { searchTextOf, searchTextOfDraft } from './search'
import { storedContent } from './stored'

/** A persona as its editor needs it. */
export interface EditablePersona {
  id: string
  /** Has to be given with every write, and grows by one with each. */
  version: number
  /** Null until it is saved for the first time. */
  content: PersonaContent | null
  /** What was written since. */
  draft: PersonaDraft | null
}

const own = (owned: Owned) => and(rowOf(owned), isNull(personas.deletedAt))

/** Throws `not_found`, for somebody else's too, and `Unreadable`. */
export async function readPersona(db: Db, owned: Owned): Promise<EditablePersona> {
  const [row] = await db.select().from(personas).where(own(owned))
  if (!row) throw noPersona()
  return {
    id: row.id,
    version: row.version,
    content: row.content === null ? null : storedContent(row.content),
    draft: row.draft === null ? null : (personaDraft.safeParse(row.draft).data ?? null),
  }
}

/** What is saved of it to the letter, readable or not. Throws `not_found`. */
export async function rawContent(db: Db, owned: Owned): Promise<unknown> {
  const [row] = await db.select({ content: personas.content }).from(personas).where(own(owned))
  if (!row) throw noPersona()
  return row.content
}

type Change = Pick<Partial<typeof personas.$inferInsert>, 'content' | 'draft'> & {
  searchText: string | SQL
}

/**
 * Writes, if nobody has written since `version` was read. Answers the next version; throws
 * `conflict` when somebody has, and `not_found`.
 */
async function write(db: Db, owned: Owned, version: number, change: Change): Promise<number> {
  const [written] = await db
    .update(personas)
    .set({ ...change, version: sql`${personas.version} + 1`, updatedAt: new Date() })
    .where(and(own(owned), eq(personas.version, version)))
    .returning({ version: personas.version })
  if (written) return written.version
  const [there] = await db.select({ id: personas.id }).from(personas).where(own(owned))
  if (!there) throw noPersona()
  throw new Problem('conflict', {
    detail: 'This persona was changed somewhere else since you opened it. Nothing was overwritten.',
    errors: [{ path: 'version', message: 'Not the version that is kept.' }],
  })
}

/** Saves it and forgets the draft. See `write` for what it answers and throws. */
export const savePersona = (db: Db, owned: Owned, version: number, content: PersonaContent) =>
  write(db, owned, version, { content, draft: null, searchText: searchTextOf(content) })

/** Keeps what is being written; null: nothing is any more. See `write`. */
export async function saveDraft(
  db: Db,
  owned: Owned,
  version: number,
  draft: PersonaDraft | null,
): Promise<number> {
  // Until it is saved, the draft is all there is to find it by.
  const searchText = sql`case when ${personas.content} is null
    then ${searchTextOfDraft(draft)} else ${personas.searchText} end`
  return write(db, owned, version, { draft, searchText })
}
