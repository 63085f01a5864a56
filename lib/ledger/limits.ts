import { Problem } from '@/lib/http/problem'

/** How much one person, and the whole app, may use. */
export interface Limits {
  /** Sessions one person may start within an hour. */
  tokensPerHour: number
  /** Sessions one person may hold open at once. */
  openSessions: number
  /** Longest a session may last, in seconds. */
  sessionSeconds: number
  /** Sessions of everybody together within 24 hours. */
  appSessionsPerDay: number
  /** Of those, sessions of guests. */
  guestSessionsPerDay: number
}

/** How many replies of chats our server may stream. */
export interface ReplyLimits {
  /** Replies one person may have within an hour. */
  repliesPerHour: number
  /** Replies one person may have written at once. */
  repliesAtOnce: number
  /** Replies of everybody together within 24 hours. */
  appRepliesPerDay: number
  /** Of those, replies to guests. */
  guestRepliesPerDay: number
}

/** How long a place is held for a browser that has not connected yet. */
export const connectWindowSeconds = 90

/** Failed mints cost no allowance, but attempts end at this multiple of it. */
export const attemptsPerToken = 3

export const hour = 3_600_000
export const day = 24 * hour

/** What the limits need to know of a session. */
export interface Usage {
  status: 'reserved' | 'issued' | 'live' | 'ended' | 'failed'
  medium: 'face' | 'voice' | 'text'
  createdAt: Date
  expiresAt: Date
}

/** Whether it is one of those that a person may hold only so many of: a chat lies open beside a talk. */
export const holdsPlace = ({ status, medium }: Pick<Usage, 'status' | 'medium'>) =>
  medium !== 'text' && status !== 'ended' && status !== 'failed'

/** Whole seconds until `at`, never less than one: a `Retry-After` of 0 would invite a hammering. */
export const secondsUntil = (at: number, now: Date) =>
  Math.max(1, Math.ceil((at - now.getTime()) / 1_000))

/**
 * When, of `times`, so many have passed that fewer than `limit` are left; undefined when that is
 * so already.
 */
function placeFreeAt(times: number[], limit: number): number | undefined {
  return times.sort((a, b) => a - b)[times.length - limit]
}

/**
 * Throws `rate_limited` or `too_many_sessions`, with the exact wait, when these sessions of one
 * person leave no room for another.
 */
export function checkOwnLimits(sessions: Usage[], limits: Limits, now: Date): void {
  const starts = sessions
    .filter((session) => session.createdAt.getTime() > now.getTime() - hour)
    .map((session) => ({
      ends: session.createdAt.getTime() + hour,
      failed: session.status === 'failed',
    }))
  const counted = starts.filter((start) => !start.failed).map((start) => start.ends)
  const allowance = placeFreeAt(counted, limits.tokensPerHour)
  const attempts = placeFreeAt(
    starts.map((start) => start.ends),
    limits.tokensPerHour * attemptsPerToken,
  )
  if (allowance !== undefined || attempts !== undefined) {
    throw new Problem('rate_limited', {
      detail: `You can start ${limits.tokensPerHour} conversations an hour.`,
      retryAfter: secondsUntil(Math.max(allowance ?? 0, attempts ?? 0), now),
    })
  }
  const open = sessions.filter(holdsPlace).map((session) => session.expiresAt.getTime())
  const place = placeFreeAt(open, limits.openSessions)
  if (place !== undefined) {
    throw new Problem('too_many_sessions', {
      detail: 'You are already in a conversation. End it, or wait for it to end.',
      retryAfter: secondsUntil(place, now),
    })
  }
}
