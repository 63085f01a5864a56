import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '@/lib/db/open'
import { personas } from '@/lib/db/schema'
import { drivers } from '@/lib/ledger/testing/people'
import { createPersona } from './creating'
import { removePersona, restorePersona } from './removing'

const minute = 60_000

describe.each(drivers)('what was taken away, on $name', ({ open }) => {
  let database: OpenDatabase
  let people = 0

  beforeAll(async () => {
    database = await open()
  }, 60_000)
  afterAll(() => database.close())

  function somebody() {
    const { db } = database
    const maker = { userId: `did:privy:remover-${people++}`, isGuest: false, mostPersonas: 10 }
    const owned = (id: string) => ({ id, userId: maker.userId })
    return {
      async makeAndRemove(at: number) {
        const { id } = await createPersona(db, maker, { draft: {} }, new Date(at))
        await removePersona(db, owned(id), new Date(at))
        return id
      },
      /** As if so many had been taken away, one every millisecond from 1 on. */
      removed: (count: number) =>
        db.insert(personas).values(
          Array.from({ length: count }, (_, n) => ({
            id: `${maker.userId.slice(10)}-${n + 1}`,
            ownerId: maker.userId,
            deletedAt: new Date(n + 1),
          })),
        ),
      restore: (id: string, at: number) => restorePersona(db, id, maker, new Date(at)),
      rows: () => db.$count(personas, eq(personas.ownerId, maker.userId)),
    }
  }

  test('is forgotten for good with what is taken away an hour later', async () => {
    const { makeAndRemove, restore, rows } = somebody()
    const first = await makeAndRemove(0)
    await makeAndRemove(30 * minute)
    expect(await rows()).toBe(2)
    const last = await makeAndRemove(61 * minute)
    expect(await rows()).toBe(2)
    await expect(restore(first, 61 * minute)).rejects.toMatchObject({ code: 'not_found' })
    await restore(last, 62 * minute)
  })

  test('is kept in a bounded number, the last ones', async () => {
    const { makeAndRemove, removed, restore, rows } = somebody()
    const first = await makeAndRemove(0)
    await removed(99)
    expect(await rows()).toBe(100)
    const last = await makeAndRemove(200)
    expect(await rows()).toBe(100)
    await expect(restore(first, 300)).rejects.toMatchObject({ code: 'not_found' })
    await restore(last, 300)
  })
})
