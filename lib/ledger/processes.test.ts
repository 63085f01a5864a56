import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { sessions } from '@/lib/db/schema'
import { postgresDatabase, testServer } from '@/lib/db/test-database'

const run = promisify(execFile)
const server = await testServer()

test.skipIf(!server)(
  'two servers on one PostgreSQL, 100 mints each at once, grant exactly the allowance together',
  async () => {
    const database = await postgresDatabase(server ?? '')
    try {
      const command = ['--conditions=react-server', '--import', 'tsx']
      const task = ['lib/ledger/testing/reserve-many.ts', database.url, 'did:privy:a', '100', '10']
      const both = await Promise.all([1, 2].map(() => run(process.execPath, [...command, ...task])))
      const granted = both.map(({ stdout }) => Number(stdout))
      expect((granted[0] ?? 0) + (granted[1] ?? 0)).toBe(10)
      expect(await database.db.select().from(sessions)).toHaveLength(10)
    } finally {
      await database.close()
    }
  },
  60_000,
)
