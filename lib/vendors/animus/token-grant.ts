import { z } from 'zod'

const voiceRoom = z.object({ voice: z.object({ token: z.string(), url: z.url() }) })

/**
 * What our server answers a browser that may chat: shared with the page. It is at once what the
 * vendor's documents and what its SDK expect of a token provider (reference C2).
 */
export const animusGrant = z.object({
  accessToken: z.string(),
  /** When the token stops working, ISO 8601. */
  expiresAt: z.iso.datetime(),
  animus: z.object({ token: z.string() }),
  /** For the vendor's SDK only. */
  livekit: voiceRoom.optional(),
  apiBaseUrl: z.url(),
  /** Our id of the session in the ledger. */
  sessionId: z.string(),
})

export type AnimusGrant = z.infer<typeof animusGrant>

/** The same for a page that speaks for a persona: with what it has to tell the model. */
export const personaGrant = animusGrant.extend({
  model: z.string(),
  instructions: z.string(),
})

export type PersonaGrant = z.infer<typeof personaGrant>
