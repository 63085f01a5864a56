import 'server-only'
import { and, count, eq, isNull } from 'drizzle-orm'
import type { Db } from '@/lib/db/open'
import { personas } from '@/lib/db/schema'
import { attemptsPerToken, holdsPlace, hour, type Limits } from './limits'
import { recentReplies } from './replies'
import { recentOrOpen } from './reserve'

/** What one person may use, and what is left of it now. */
export interface OwnUsage {
  tokensPerHour: number
  /** Conversations that count in this hour. */
  used: number
  left: number
  /** When one more is free than now; null where all of them are. */
  nextAt: Date | null
  /** How many may be open at once, and how many are. */
  openSessions: number
  open: number
  /** Longest conversation, in seconds. */
  sessionSeconds: number
  personas: { kept: number; most: number }
  /** Of chats, in this hour; absent where there are no chats. */
  replies?: { perHour: number; left: number; nextAt: Date | null } | undefined
}

type OwnLimits = Pick<Limits, 'tokensPerHour' | 'openSessions' | 'sessionSeconds'> & {
  mostPersonas: number
  repliesPerHour?: number
}

/** Counts as `reserve` would if it were asked at `now`, and changes nothing. */
export async function ownUsage(
  db: Db,
  userId: string,
  { tokensPerHour, openSessions, sessionSeconds, mostPersonas, repliesPerHour }: OwnLimits,
  now = new Date(),
): Promise<OwnUsage> {
  const [sessions, replies, [kept]] = await Promise.all([
    recentOrOpen(db, userId, now),
    repliesPerHour === undefined ? undefined : ownReplies(db, userId, repliesPerHour, now),
    db
      .select({ count: count() })
      .from(personas)
      .where(and(eq(personas.ownerId, userId), isNull(personas.deletedAt))),
  ])
  const starts = sessions.map((session) => ({
    ends: session.createdAt.getTime() + hour,
    // Nobody has closed an expired place yet: `reserve` would, and then it costs nothing.
    isFree: session.status === 'failed' || (session.status === 'reserved' && isOver(session, now)),
  }))
  const countedAt = (time: number) => starts.filter(({ ends, isFree }) => ends > time && !isFree)
  const leftAt = (time: number) => {
    const attempts = starts.filter(({ ends }) => ends > time).length
    const left = tokensPerHour - countedAt(time).length
    return Math.max(0, Math.min(left, tokensPerHour * attemptsPerToken - attempts))
  }
  const left = leftAt(now.getTime())
  const next = starts
    .map(({ ends }) => ends)
    .sort((a, b) => a - b)
    .find((ends) => ends > now.getTime() && leftAt(ends) > left)
  return {
    tokensPerHour,
    used: countedAt(now.getTime()).length,
    left,
    nextAt: next === undefined ? null : new Date(next),
    openSessions,
    open: sessions.filter((session) => holdsPlace(session) && !isOver(session, now)).length,
    sessionSeconds,
    personas: { kept: kept?.count ?? 0, most: mostPersonas },
    replies,
  }
}

async function ownReplies(db: Db, userId: string, perHour: number, now: Date) {
  const { used, nextAt } = await recentReplies(db, userId, perHour, now)
  return {
    perHour,
    left: nextAt === null ? Math.max(0, perHour - used) : 0,
    nextAt: nextAt === null ? null : new Date(nextAt),
  }
}

const isOver = ({ expiresAt }: { expiresAt: Date }, now: Date) => expiresAt <= now
