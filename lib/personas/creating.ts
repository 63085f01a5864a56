import 'server-only'
import type { Db } from '@/lib/db/open'
import { personas } from '@/lib/db/schema'
import { rememberUser } from '@/lib/db/users'
import type { PersonaDraft } from './draft'
import type { PersonaContent } from './persona'
import { changingPersonas, checkRoom, type Maker, purgeRemoved } from './room-for-personas'
import { searchTextOf, searchTextOfDraft } from './search'

/** Either is enough: a draft is a persona that was never saved. */
interface Beginning {
  content?: PersonaContent | undefined
  draft?: PersonaDraft | undefined
}

/** Keeps a new persona of this person. Throws `conflict` when there is no room for another. */
export function createPersona(
  db: Db,
  maker: Maker,
  { content, draft }: Beginning,
  now = new Date(),
): Promise<{ id: string; version: number }> {
  return changingPersonas(db, maker.userId, async (tx) => {
    await rememberUser(tx, maker, now)
    await purgeRemoved(tx, maker.userId, now)
    await checkRoom(tx, maker)
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
