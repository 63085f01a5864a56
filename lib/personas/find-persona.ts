import 'server-only'
import { and, isNull } from 'drizzle-orm'
import type { Db } from '@/lib/db/open'
import { personas } from '@/lib/db/schema'
import { fieldErrors } from '@/lib/http/field-errors'
import { Problem } from '@/lib/http/problem'
import { blankContent } from './blank'
import { completed, personaDraft } from './draft'
import { noPersona, rowOf } from './owned'
import { type Persona, personaContent } from './persona'
import { presets } from './presets'
import { storedContent } from './stored'

/** Whom somebody wants to talk with. */
interface Wish {
  userId: string
  /** A preset or one of their own. */
  personaId: string
  /** As it is being written, saved or not. */
  draft?: boolean | undefined
}

/**
 * The persona somebody may talk to. Throws `not_found` for anything else, somebody else's persona
 * included, and `invalid_request` with the fields of a draft that are not right yet.
 */
export async function findPersona(db: Db, { userId, personaId, draft }: Wish): Promise<Persona> {
  const preset = presets.find(({ id }) => id === personaId)
  if (preset) return preset
  const [row] = await db
    .select({ content: personas.content, draft: personas.draft })
    .from(personas)
    .where(and(rowOf({ id: personaId, userId }), isNull(personas.deletedAt)))
  if (!row) throw noPersona()
  const saved = row.content === null ? undefined : storedContent(row.content)
  if (!draft && saved) return { ...saved, id: personaId, isPreset: false }
  const written = personaDraft.safeParse(row.draft ?? {}).data ?? {}
  const read = personaContent.safeParse(completed(written, saved ?? blankContent))
  if (read.success) return { ...read.data, id: personaId, isPreset: false }
  throw new Problem('invalid_request', {
    detail: 'This persona is not finished: some of its fields are not right yet.',
    errors: fieldErrors(read.error),
  })
}

/** Without an id: the person's default, or the first preset where that is gone or was never chosen. */
export async function findDefaultPersona(
  db: Db,
  userId: string,
  defaultPersonaId: string | null,
): Promise<Persona> {
  const [first] = presets
  if (!first) throw new Error('There are no presets')
  if (defaultPersonaId === null) return first
  return findPersona(db, { userId, personaId: defaultPersonaId }).catch((error: unknown) => {
    if (error instanceof Problem) return first
    throw error
  })
}
