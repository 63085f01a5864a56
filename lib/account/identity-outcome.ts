import { z } from 'zod'

/**
 * What became of somebody's user at the sign-in service when their account was deleted. `kept`:
 * this server has no secret to delete it with.
 */
const identityOutcomes = ['deleted', 'kept', 'failed'] as const

export type IdentityOutcome = (typeof identityOutcomes)[number]

/** The answer of `DELETE /api/account`. */
export const identityOutcome = z.object({ identity: z.enum(identityOutcomes) })
