import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '@/lib/db/open'
import { personas } from '@/lib/db/schema'
import { at, drivers, refusal, somebodyIn } from './testing/people'
import { markFailed } from './transitions'
import { ownUsage } from './usage'

const limits = { tokensPerHour: 3, openSessions: 1, sessionSeconds: 600, mostPersonas: 10 }

describe.each(drivers)('what is left, on $name', ({ open }) => {
  let database: OpenDatabase

  beforeAll(async () => {
    database = await open()
  }, 60_000)
  afterAll(() => database.close())

  const somebody = () => somebodyIn(database.db)
  const usage = ({ userId }: { userId: string }, seconds: number) =>
    ownUsage(database.db, userId, limits, at(seconds))

  test('is everything for somebody who never talked', async () => {
    expect(await usage(somebody(), 0)).toEqual({
      tokensPerHour: 3,
      used: 0,
      left: 3,
      nextAt: null,
      openSessions: 1,
      open: 0,
      sessionSeconds: 600,
      personas: { kept: 0, most: 10 },
    })
  })

  test('says when the next conversation is free, to the second at which it is', async () => {
    const person = somebody()
    for (const seconds of [0, 100, 200]) await person.end(await person.issue(seconds), seconds + 1)
    expect(await usage(person, 300)).toMatchObject({ used: 3, left: 0, nextAt: at(3_600) })
    expect(await refusal(person.reserve(300))).toEqual({ code: 'rate_limited', retryAfter: 3_300 })
    expect(await usage(person, 3_600)).toMatchObject({ used: 2, left: 1, nextAt: at(3_700) })
    expect(await refusal(person.reserve(3_600))).toBe('granted')
  })

  test('counts an open conversation until its time is over', async () => {
    const person = somebody()
    await person.talk(0)
    expect(await usage(person, 599)).toMatchObject({ open: 1, used: 1, left: 2 })
    expect(await refusal(person.reserve(599))).toMatchObject({ code: 'too_many_sessions' })
    expect(await usage(person, 600)).toMatchObject({ open: 0, used: 1, left: 2 })
    expect(await refusal(person.reserve(600))).toBe('granted')
  })

  test('does not count a place that never got its token', async () => {
    const person = somebody()
    await person.reserve(0)
    expect(await usage(person, 10)).toMatchObject({ open: 1, used: 1 })
    expect(await usage(person, 90)).toMatchObject({ open: 0, used: 0, left: 3 })
  })

  test('is nothing after too many attempts that failed', async () => {
    const person = somebody()
    for (let seconds = 0; seconds < 9; seconds++) {
      const { session } = await person.reserve(seconds)
      await markFailed(database.db, session.id, 'vendor_error', at(seconds))
    }
    expect(await usage(person, 60)).toMatchObject({ used: 0, left: 0, nextAt: at(3_600) })
    expect(await refusal(person.reserve(60))).toMatchObject({ retryAfter: 3_540 })
  })

  test('counts the personas that are kept, and nobody else’s anything', async () => {
    const [person, stranger] = [somebody(), somebody()]
    await person.issue(0)
    await database.db.insert(personas).values([
      { id: crypto.randomUUID(), ownerId: person.userId },
      { id: crypto.randomUUID(), ownerId: person.userId, deletedAt: at(0) },
    ])
    expect(await usage(person, 1)).toMatchObject({ personas: { kept: 1, most: 10 } })
    expect(await usage(stranger, 1)).toMatchObject({ used: 0, open: 0, personas: { kept: 0 } })
  })

  test('reads only', async () => {
    const person = somebody()
    const id = await person.issue(0)
    await usage(person, 5_000)
    expect(await person.row(id)).toMatchObject({ status: 'issued' })
  })
})
