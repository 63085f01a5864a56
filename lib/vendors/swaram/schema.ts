import { z } from 'zod'

/**
 * The answer to a mint. Only `value` is documented [doc]; `expires_at`, in Unix seconds, is what
 * OpenAI's answer of the same name has, whose protocol this is a subset of. Anything else that
 * might pass for a token is not one (reference A2).
 */
export const mintedSecret = z.object({
  // A subprotocol takes nothing but the characters of an HTTP token.
  value: z.string().regex(/^swaram_ek_[\w.~!#$%&'*+^`|-]+$/),
  expires_at: z.int().positive().nullish().catch(undefined),
})

/** As OpenAI words its failures; what Swaram's look like is not documented. */
export const failureBody = z.object({
  error: z.object({ type: z.string().nullish(), code: z.string().nullish() }),
})
