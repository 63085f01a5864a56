import { z } from 'zod'
import { grantedBrain } from '@/lib/conversation/brain-grant'

/** What our server answers a browser that may start a session: shared with the transport. */
export const sessionGrant = z.object({
  /** Anam's token: works once, for exactly the persona the server chose. */
  sessionToken: z.string(),
  /** Our id of the session; Anam knows it as `clientLabel`. */
  sessionId: z.string(),
  apiBaseUrl: z.url(),
  /** When the token stops working, ISO 8601. */
  expiresAt: z.iso.datetime(),
  maxSessionSeconds: z.number().int().positive(),
  /** Only for a persona that another service thinks for. */
  brain: grantedBrain.optional(),
})

export type SessionGrant = z.infer<typeof sessionGrant>
