import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { replies } from '@/lib/db/schema'
import { postgresDatabase, testServer } from '@/lib/db/test-database'

const run = promisify(execFile)
const server = await testServer()

/** Asks for replies in two processes at once; answers how many they may write together. */
async function inTwoProcesses(...args: string[]): Promise<number> {
  const command = ['--conditions=react-server', '--import', 'tsx']
  const task = ['lib/ledger/testing/reply-many.ts', ...args]
  const both = await Promise.all([1, 2].map(() => run(process.execPath, [...command, ...task])))
  return both.reduce((sum, { stdout }) => sum + Number(stdout), 0)
}

test.skipIf(!server).each([
  { what: 'the allowance of an hour', allowance: '10', atOnce: '1000', granted: 10 },
  { what: 'what may be written at once', allowance: '1000', atOnce: '2', granted: 2 },
])(
  'two servers on one PostgreSQL, asked for 100 replies each at once, grant exactly $what together',
  async ({ allowance, atOnce, granted }) => {
    const database = await postgresDatabase(server ?? '')
    try {
      const args = [database.url, 'did:privy:a', '100', allowance, atOnce]
      expect(await inTwoProcesses(...args)).toBe(granted)
      expect(await database.db.select().from(replies)).toHaveLength(granted)
    } finally {
      await database.close()
    }
  },
  60_000,
)
