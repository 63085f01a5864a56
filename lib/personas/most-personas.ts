import 'server-only'
import type { Asker } from '@/lib/db/users'
import { env } from '@/lib/env'
import type { Maker } from './room-for-personas'

/** Somebody who asks, with how many personas they may keep. */
export function makerOf(user: Asker): Maker {
  const { LIMIT_PERSONAS, LIMIT_GUEST_PERSONAS } = env()
  const { userId, isGuest, issuedAt } = user
  const mostPersonas = isGuest ? LIMIT_GUEST_PERSONAS : LIMIT_PERSONAS
  return { userId, isGuest, issuedAt, mostPersonas }
}
