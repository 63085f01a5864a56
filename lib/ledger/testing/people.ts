import { eq } from 'drizzle-orm'
import type { Db } from '@/lib/db/open'
import { sessions } from '@/lib/db/schema'
import { memoryDatabase, postgresDatabase, testServer } from '@/lib/db/test-database'
import { Problem } from '@/lib/http/problem'
import type { Limits } from '../limits'
import type { Replaces } from '../replace'
import { reserve } from '../reserve'
import { markEnded, markIssued, markLive } from '../transitions'

const limits: Limits = {
  tokensPerHour: 3,
  openSessions: 1,
  sessionSeconds: 600,
  appSessionsPerDay: 1_000,
  guestSessionsPerDay: 1_000,
}
const start = Date.UTC(2030, 0, 1, 12)

/** So many seconds after the start of the test. */
export const at = (seconds: number) => new Date(start + seconds * 1_000)

const server = await testServer()

/** Every driver the ledger runs on, for `describe.each`. */
export const drivers = [
  { name: 'PGlite', open: memoryDatabase },
  ...(server ? [{ name: 'PostgreSQL', open: () => postgresDatabase(server) }] : []),
]

let people = 0

/** A person nobody else in this file is, with what they can do at a second of the test. */
export function somebodyIn(db: Db, own: Partial<Limits> = {}, isGuest = false) {
  const userId = `did:privy:person-${people++}`
  const request = {
    user: { userId, isGuest },
    vendor: 'acme',
    persona: { id: 'mira', name: 'Mira' },
    limits: { ...limits, ...own },
  }
  const owned = (id: string) => ({ id, userId })
  const live = (id: string, seconds: number, seen = {}) =>
    markLive(db, owned(id), seen, at(seconds))
  async function issue(seconds: number, replaces: Replaces = {}, more: { medium?: 'text' } = {}) {
    const { session } = await reserve(db, { ...request, ...more, replaces, now: at(seconds) })
    await markIssued(db, session.id, undefined, at(seconds))
    return session.id
  }
  return {
    userId,
    owned,
    live,
    issue,
    reserve: (seconds: number, replaces: Replaces = {}) =>
      reserve(db, { ...request, replaces, now: at(seconds) }),
    /** A session that connected in the second in which it was asked for. */
    async talk(seconds: number, replaces: Replaces = {}) {
      const id = await issue(seconds, replaces)
      await live(id, seconds)
      return id
    },
    end: (id: string, seconds: number, end = {}) => markEnded(db, owned(id), end, at(seconds)),
    async row(id: string) {
      const [row] = await db.select().from(sessions).where(eq(sessions.id, id))
      return row
    },
    rows: () => db.select().from(sessions).where(eq(sessions.userId, userId)),
  }
}

/** What a refused reservation says, or `granted`. */
export const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'granted',
    (error: unknown) => {
      if (error instanceof Problem) return { code: error.code, retryAfter: error.retryAfter }
      throw error
    },
  )
