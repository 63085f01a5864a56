import { z } from 'zod'

/** What our server answers a browser that may connect to Swaram: shared with the transport. */
export const voiceGrant = z.strictObject({
  /** Swaram's token: for about a minute, with all settings locked. */
  value: z.string().regex(/^swaram_ek_/),
  /** When the token stops working, Unix seconds. */
  expires_at: z.int().positive(),
  /** The vendor's socket, the model included. */
  url: z.url({ protocol: /^wss?$/ }),
  /** Our id of the session. */
  sessionId: z.string(),
  maxSessionSeconds: z.int().positive(),
})

export type VoiceGrant = z.infer<typeof voiceGrant>

/** `true` beside a grant whose persona begins: not in it, since all that is in it is a contract. */
export const speaksFirstHeader = 'X-Persona-Speaks-First'
