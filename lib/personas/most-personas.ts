import 'server-only'
import { env } from '@/lib/env'
import type { Maker } from './room-for-personas'

/** Somebody who asks, with how many personas they may keep. */
export function makerOf(user: { userId: string; isGuest: boolean }): Maker {
  const { LIMIT_PERSONAS, LIMIT_GUEST_PERSONAS } = env()
  const { userId, isGuest } = user
  return { userId, isGuest, mostPersonas: isGuest ? LIMIT_GUEST_PERSONAS : LIMIT_PERSONAS }
}
