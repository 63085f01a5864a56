import 'server-only'
import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '@/lib/db/open'
import { personas } from '@/lib/db/schema'
import { Problem } from '@/lib/http/problem'
import { type Persona, personaContent } from './persona'
import { presets } from './presets'

/**
 * The persona a person may talk to: a preset or one of their own; without an id, the first preset.
 * Throws `not_found` for anything else, somebody else's persona included.
 */
export async function findPersona(
  db: () => Promise<Db>,
  userId: string,
  personaId: string | undefined,
): Promise<Persona> {
  const preset = personaId ? presets.find(({ id }) => id === personaId) : presets[0]
  if (preset) return preset
  const [own] = await (await db())
    .select()
    .from(personas)
    .where(and(eq(personas.id, personaId ?? ''), eq(personas.ownerId, userId)))
  if (own) return parse(own)
  throw new Problem('not_found', {
    detail: 'There is no such persona.',
    errors: [{ path: 'personaId', message: 'No persona of yours has this id.' }],
  })
}

/** Everything this person wrote, oldest first. */
export async function ownPersonas(db: Db, userId: string): Promise<Persona[]> {
  const rows = await db
    .select()
    .from(personas)
    .where(eq(personas.ownerId, userId))
    .orderBy(asc(personas.createdAt))
  return rows.map(parse)
}

const parse = ({ id, config }: typeof personas.$inferSelect): Persona => ({
  id,
  ...personaContent.parse(config),
})
