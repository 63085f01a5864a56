import { z } from 'zod'

/** The id of a preset or of somebody's own persona. */
export const personaId = z.string().regex(/^[\w-]{1,100}$/, 'Not the id of a persona.')

/** The version that an editor has read, to be given with every write: a number that Postgres can keep. */
export const version = z.int().min(1).max(2_147_483_647)
