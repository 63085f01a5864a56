import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'

/** What a vendor was sent for a session, as the ledger keeps it. */
const recorded = z.object({
  /** Whose the persona was: the prompt of one that is the app's is not shown. */
  persona: z.enum(['own', 'preset']),
  sent: z.record(z.string(), z.unknown()),
})

export type RecordedConfig = z.infer<typeof recorded>

/** SHA-256 of what was sent: the same configuration always has the same. */
export const hashOf = ({ sent }: RecordedConfig): string =>
  createHash('sha256').update(JSON.stringify(sent)).digest('hex')

/** What the person who talked may read of it: everything, but the prompt only of their own persona. */
export function readableConfig(config: unknown): Record<string, unknown> | null {
  const known = recorded.safeParse(config)
  if (!known.success) return null
  if (known.data.persona === 'own') return known.data.sent
  const { systemPrompt: _, ...rest } = known.data.sent
  return rest
}
