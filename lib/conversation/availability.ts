import { z } from 'zod'
import { authorizedFetch } from '@/lib/auth/authorized-fetch'
import { ConversationError } from './failure'
import type { Availability } from './transport'

const answer = z.object({
  canStart: z.boolean(),
  estimatedWaitSeconds: z.number().nonnegative().optional(),
})

/** Asks our server whether a line is free now. Throws `ConversationError` `unexpected_answer` or `offline`. */
export async function lookForFreeLine(signal: AbortSignal): Promise<Availability> {
  const response = await authorizedFetch('/api/availability', { signal }).catch(
    (cause: unknown) => {
      throw new ConversationError({ code: 'offline' }, { cause })
    },
  )
  const look = answer.safeParse(await response.json().catch(() => undefined))
  if (response.ok && look.success) return look.data
  throw new ConversationError({ code: 'unexpected_answer' })
}
