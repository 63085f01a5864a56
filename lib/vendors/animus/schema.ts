import { z } from 'zod'

// Only what is read of Animus' answers. Anything else may change without breaking us.

/** A JWT, and fit for a header: longer ones would be refused on their way. */
const jwt = z
  .string()
  .max(8_192)
  .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)

/** Where the vendor's own SDK finds its voice room; of no use to anybody else. */
const livekit = z.object({ voice: z.object({ token: jwt, url: z.url() }) })

/**
 * What /auth/generate-token answers, in both dialects: the documents say `{accessToken}`, the SDK
 * since 2025-04 wants `{animus: {token}, livekit}` (reference C2). One of the two has to be there.
 */
export const generatedToken = z
  .object({
    accessToken: jwt.optional(),
    animus: z.object({ token: jwt }).optional(),
    livekit: livekit.optional().catch(undefined),
  })
  .transform(({ accessToken, animus, livekit }, context) => {
    const token = animus?.token ?? accessToken
    if (token) return { token, ...(livekit && { livekit }) }
    context.addIssue({ code: 'custom', message: 'No token in it' })
    return z.NEVER
  })

export type GeneratedToken = z.infer<typeof generatedToken>
