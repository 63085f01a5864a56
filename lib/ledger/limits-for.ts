import 'server-only'
import { env } from '@/lib/env'
import type { Limits, ReplyLimits } from './limits'

/** The limits in force for a guest or for somebody who signed in. */
export function limitsFor(user: { isGuest: boolean }): Limits {
  const config = env()
  return {
    tokensPerHour: user.isGuest ? config.LIMIT_GUEST_TOKENS_PER_HOUR : config.LIMIT_TOKENS_PER_HOUR,
    openSessions: config.LIMIT_OPEN_SESSIONS,
    sessionSeconds: user.isGuest
      ? config.LIMIT_GUEST_SESSION_SECONDS
      : config.LIMIT_SESSION_SECONDS,
    appSessionsPerDay: config.LIMIT_APP_SESSIONS_PER_DAY,
    guestSessionsPerDay: config.LIMIT_GUEST_SESSIONS_PER_DAY,
  }
}

/** The same for chats. */
export function replyLimitsFor(user: { isGuest: boolean }): ReplyLimits {
  const config = env()
  return {
    repliesPerHour: user.isGuest
      ? config.LIMIT_GUEST_CHAT_REPLIES_PER_HOUR
      : config.LIMIT_CHAT_REPLIES_PER_HOUR,
    // One that is written, and one asked for while the other is being stopped.
    repliesAtOnce: 2,
    appRepliesPerDay: config.LIMIT_APP_CHAT_REPLIES_PER_DAY,
    guestRepliesPerDay: config.LIMIT_GUEST_CHAT_REPLIES_PER_DAY,
  }
}
