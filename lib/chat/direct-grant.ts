import { z } from 'zod'

/** What our server answers a page that may ask a vendor itself, with the visitor's identity. */
export const directGrant = z.object({
  /** Of the vendor's API. */
  url: z.url(),
  model: z.string(),
  /** What the model is told: who the persona is, and how it behaves. */
  instructions: z.string(),
  /** Our id of the session in the ledger. */
  sessionId: z.string(),
})

export type DirectGrant = z.infer<typeof directGrant>
