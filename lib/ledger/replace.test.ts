import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '@/lib/db/open'
import type { Limits } from './limits'
import { at, drivers, refusal, somebodyIn } from './testing/people'
import { markFailed } from './transitions'

describe.each(drivers)('a session that replaces another, on $name', ({ open }) => {
  let database: OpenDatabase

  beforeAll(async () => {
    database = await open()
  }, 60_000)
  afterAll(() => database.close())

  const somebody = (own: Partial<Limits> = {}) =>
    somebodyIn(database.db, { tokensPerHour: 30, ...own })
  const ids = (sessions: { id: string }[]) => sessions.map(({ id }) => id)

  test('a continuation frees exactly the place of the session it carries on', async () => {
    const person = somebody({ openSessions: 2 })
    const [lost, other] = [await person.talk(0), await person.talk(1)]
    expect(await refusal(person.reserve(20))).toMatchObject({ code: 'too_many_sessions' })
    const { session, replaced, goesOn } = await person.reserve(20, { continues: lost })
    expect(goesOn).toBe(true)
    expect(ids(replaced)).toEqual([lost])
    expect(session).toMatchObject({ status: 'reserved', continues: lost })
    expect(await person.row(lost)).toMatchObject({
      status: 'ended',
      endReason: 'continued',
      endedAt: at(20),
    })
    expect(await person.row(other)).toMatchObject({ status: 'live', endedAt: null })
  })

  test('20 continuations of one session at once never hold more than one place', async () => {
    const person = somebody()
    const lost = await person.talk(0)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => refusal(person.reserve(10, { continues: lost }))),
    )
    const rows = await person.rows()
    expect(rows.filter(({ status }) => status === 'reserved')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'granted')).toHaveLength(1)
    expect(rows).toHaveLength(2)
  })

  test.each(['stranger’s', 'unknown', 'misshapen'])('a %s id changes nothing', async (kind) => {
    const [person, stranger] = [somebody(), somebody()]
    const theirs = await stranger.talk(0)
    const id = { 'stranger’s': theirs, unknown: crypto.randomUUID(), misshapen: 'x' }[kind]
    const { session, replaced, goesOn } = await person.reserve(1, { continues: id })
    expect({ replaced, goesOn }).toEqual({ replaced: [], goesOn: false })
    expect(session.continues).toBeNull()
    expect(await refusal(person.reserve(2, { continues: id }))).toEqual(
      await refusal(person.reserve(2)),
    )
    expect(await stranger.row(theirs)).toMatchObject({ status: 'live' })
  })

  test('a refused continuation leaves the session as it was', async () => {
    const person = somebody({ tokensPerHour: 1 })
    const lost = await person.talk(0)
    const refused = await refusal(person.reserve(10, { continues: lost }))
    expect(refused).toMatchObject({ code: 'rate_limited' })
    expect(await person.row(lost)).toMatchObject({ status: 'live', endReason: null })
  })

  test('greets again when the conversation never connected, or ended over 15 minutes ago', async () => {
    const unconnected = somebody()
    const never = await unconnected.issue(0)
    expect(await unconnected.reserve(5, { continues: never })).toMatchObject({ goesOn: false })
    for (const [seconds, goesOn] of [
      [909, true],
      [911, false],
    ] as const) {
      const person = somebody()
      const id = await person.talk(0)
      await person.end(id, 10, { reason: 'connection_lost' })
      expect(await person.reserve(seconds, { continues: id })).toMatchObject({ goesOn })
      expect(await person.row(id)).toMatchObject({ endReason: 'connection_lost', endedAt: at(10) })
    }
  })

  test('a conversation that ran into its time limit unseen counts as over since then', async () => {
    const person = somebody()
    const id = await person.talk(0)
    expect(await person.reserve(1_499, { continues: id })).toMatchObject({ goesOn: true })
    expect(await person.row(id)).toMatchObject({ endReason: 'time_limit', endedAt: at(600) })
    const later = somebody()
    const old = await later.talk(0)
    expect(await later.reserve(1_501, { continues: old })).toMatchObject({ goesOn: false })
  })

  test('a session whose end was reported a moment before is still stopped first', async () => {
    const person = somebody()
    const id = await person.talk(0)
    await person.end(id, 60)
    const soon = await person.reserve(65, { continues: id })
    expect(ids(soon.replaced)).toEqual([id])
    await markFailed(database.db, soon.session.id, 'vendor_busy', at(66))
    expect((await person.reserve(80, { continues: id })).replaced).toEqual([])
  })

  test('a second attempt carries on the same conversation, whichever id it names', async () => {
    for (const named of ['lost', 'attempt'] as const) {
      const person = somebody()
      const lost = await person.talk(0)
      // Its answer may never have reached the browser, or its connection failed, too.
      const attempt = await person.issue(10, { continues: lost })
      const id = { lost, attempt }[named]
      const { session, replaced, goesOn } = await person.reserve(30, { continues: id })
      expect({ goesOn, replaced: ids(replaced) }).toEqual({ goesOn: true, replaced: [attempt] })
      expect(session.continues).toBe(lost)
      expect(await person.row(attempt)).toMatchObject({ endReason: 'continued' })
    }
  })

  test('a late second attempt does not end the continuation that connected', async () => {
    const person = somebody()
    const lost = await person.talk(0)
    const goingOn = await person.talk(10, { continues: lost })
    const refused = await refusal(person.reserve(11, { continues: lost }))
    expect(refused).toMatchObject({ code: 'too_many_sessions' })
    expect(await person.row(goingOn)).toMatchObject({ status: 'live' })
  })

  test('taking over ends everything that is open, and only what has a token is to be stopped', async () => {
    const [person, stranger] = [somebody({ openSessions: 3 }), somebody()]
    const theirs = await stranger.talk(0)
    const [live, issued] = [await person.talk(0), await person.issue(1)]
    const { session: reserved } = await person.reserve(2)
    const { session, replaced, goesOn } = await person.reserve(5, { takeOver: true })
    expect(ids(replaced).toSorted()).toEqual([live, issued].toSorted())
    expect(goesOn).toBe(false)
    for (const id of [live, issued, reserved.id]) {
      expect(await person.row(id)).toMatchObject({ status: 'ended', endReason: 'taken_over' })
    }
    expect(await person.row(session.id)).toMatchObject({ status: 'reserved' })
    expect(await stranger.row(theirs)).toMatchObject({ status: 'live' })
  })

  test('both at once: the one is continued, the others are taken over', async () => {
    const person = somebody({ openSessions: 2 })
    const [lost, other] = [await person.talk(0), await person.talk(1)]
    const place = await person.reserve(5, { continues: lost, takeOver: true })
    expect(place.goesOn).toBe(true)
    expect(ids(place.replaced)).toEqual([lost, other])
    expect(await person.row(lost)).toMatchObject({ endReason: 'continued' })
    expect(await person.row(other)).toMatchObject({ endReason: 'taken_over' })
  })
})
