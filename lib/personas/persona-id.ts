import { z } from 'zod'

/** The id of a preset or of somebody's own persona. */
export const personaId = z.string().regex(/^[\w-]{1,100}$/, 'Not the id of a persona.')

/** The version that an editor has read, to be given with every write. */
export const version = z.int().min(1)
