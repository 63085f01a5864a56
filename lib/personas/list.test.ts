import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '@/lib/db/open'
import { identityEnv } from '@/lib/http/testing/signed-identity'
import { drivers } from '@/lib/ledger/testing/people'
import { blankContent } from './blank'
import { noPreferences } from './casting'
import { createPersona } from './creating'
import { listPersonas } from './list'

Object.assign(process.env, identityEnv)

describe.each(drivers)('the list of one’s own personas, on $name', ({ open }) => {
  let database: OpenDatabase
  const somebody = { userId: 'did:privy:lister', isGuest: false, mostPersonas: 100 }
  const list = (q?: string, page?: number) =>
    listPersonas(
      database.db,
      { userId: somebody.userId, preferences: noPreferences },
      { q, page, perPage: 5 },
    )
  const names = async (q?: string, page?: number) =>
    (await list(q, page)).personas.map(({ name }) => name)

  beforeAll(async () => {
    database = await open()
    for (let n = 1; n <= 12; n += 1) {
      const content = { ...blankContent, name: `Zoë ${n}`, tagline: n % 2 ? '100% odd' : 'a_b' }
      await createPersona(database.db, somebody, { content }, new Date(n * 1_000))
    }
  }, 60_000)
  afterAll(() => database.close())

  test('has the newest first, a page at a time', async () => {
    expect(await names()).toEqual(['Zoë 12', 'Zoë 11', 'Zoë 10', 'Zoë 9', 'Zoë 8'])
    expect(await names('', 3)).toEqual(['Zoë 2', 'Zoë 1'])
    expect(await list()).toMatchObject({ total: 12, page: 1, lastPage: 3 })
  })

  test('answers a page beyond the last with the last', async () => {
    expect(await list('', 99)).toMatchObject({ page: 3, lastPage: 3 })
  })

  test('finds every word, without regard to accents or case', async () => {
    expect(await list('ZOE odd')).toMatchObject({ total: 6 })
    expect(await names('zoe 12')).toEqual(['Zoë 12'])
    expect(await list('zoe jonas')).toMatchObject({ total: 0, page: 1, lastPage: 1 })
  })

  test('takes the signs of patterns for themselves', async () => {
    expect(await list('%')).toMatchObject({ total: 6 })
    expect(await list('a_b')).toMatchObject({ total: 6 })
    expect(await list('_')).toMatchObject({ total: 6 })
    expect(await list('\\')).toMatchObject({ total: 0 })
  })

  test('is empty for somebody who has none', async () => {
    const nobody = { userId: 'did:privy:nobody', preferences: noPreferences }
    expect(await listPersonas(database.db, nobody)).toEqual({
      personas: [],
      total: 0,
      page: 1,
      lastPage: 1,
    })
  })
})
