import 'server-only'
import { and, eq, type SQL } from 'drizzle-orm'
import { personas } from '@/lib/db/schema'
import { Problem } from '@/lib/http/problem'
import { personaId } from './persona-id'

/** A persona, and who says it is theirs. */
export interface Owned {
  id: string
  userId: string
}

/** The condition that finds it. Throws `not_found` for what is not even an id. */
export function rowOf({ id, userId }: Owned): SQL | undefined {
  if (!personaId.safeParse(id).success) throw noPersona()
  return and(eq(personas.id, id), eq(personas.ownerId, userId))
}

/** One answer for a persona that is missing, taken away, or somebody else's. */
export const noPersona = () =>
  new Problem('not_found', {
    detail: 'There is no such persona.',
    errors: [{ path: 'personaId', message: 'No persona of yours has this id.' }],
  })
