import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sessions } from '@/lib/db/schema'
import { postgresDatabase, testServer } from '@/lib/db/test-database'
import { somebodyIn } from './testing/people'

const run = promisify(execFile)
const server = await testServer()

/** Runs the same reservations in two processes at once; answers how many succeeded together. */
async function inTwoProcesses(...args: string[]): Promise<number> {
  const command = ['--conditions=react-server', '--import', 'tsx']
  const task = ['lib/ledger/testing/reserve-many.ts', ...args]
  const both = await Promise.all([1, 2].map(() => run(process.execPath, [...command, ...task])))
  return both.reduce((sum, { stdout }) => sum + Number(stdout), 0)
}

test.skipIf(!server)(
  'two servers on one PostgreSQL, 100 mints each at once, grant exactly the allowance together',
  async () => {
    const database = await postgresDatabase(server ?? '')
    try {
      expect(await inTwoProcesses(database.url, 'did:privy:a', '100', '10')).toBe(10)
      expect(await database.db.select().from(sessions)).toHaveLength(10)
    } finally {
      await database.close()
    }
  },
  60_000,
)

test.skipIf(!server)(
  'two servers, 20 continuations of one session each at once, hold one place together',
  async () => {
    const database = await postgresDatabase(server ?? '')
    try {
      const person = somebodyIn(database.db)
      const { session } = await person.reserve(-600)
      const now = new Date()
      await database.db
        .update(sessions)
        .set({ status: 'live', createdAt: now, issuedAt: now, liveAt: now })
        .where(eq(sessions.id, session.id))
      expect(await inTwoProcesses(database.url, person.userId, '20', '100', session.id)).toBe(1)
      const statuses = (await person.rows()).map(({ status }) => status)
      expect(statuses.toSorted()).toEqual(['ended', 'reserved'])
    } finally {
      await database.close()
    }
  },
  60_000,
)
