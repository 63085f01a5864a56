import { z } from 'zod'

/** Who thinks for a persona, and how the talk begins: in a grant, from the server to the browser. */
export const grantedBrain = z.object({
  /** By its id in the registry of vendors. */
  vendor: z.string(),
  /** `said`: these words first. `improvised`: the brain makes some up. `none`: the visitor begins. */
  greeting: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('said'), text: z.string() }),
    z.object({ kind: z.literal('improvised') }),
    z.object({ kind: z.literal('none') }),
  ]),
})

export type GrantedBrain = z.infer<typeof grantedBrain>
