import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '@/lib/db/open'
import { messages } from '@/lib/db/schema'
import type { Limits } from './limits'
import { at, drivers, refusal, somebodyIn } from './testing/people'
import { claimStop, markFailed, markIssued } from './transitions'

describe.each(drivers)('the ledger on $name', ({ open }) => {
  let database: OpenDatabase

  beforeAll(async () => {
    database = await open()
    // PGlite's first start takes seconds where others use the cores, too.
  }, 60_000)
  afterAll(() => database.close())

  const somebody = (own?: Partial<Limits>, isGuest?: boolean) =>
    somebodyIn(database.db, own, isGuest)

  test('grants the hourly allowance and names the second at which the next place is free', async () => {
    const person = somebody()
    for (const second of [0, 100, 200]) await person.end(await person.issue(second), second + 10)
    expect(await refusal(person.reserve(300))).toEqual({ code: 'rate_limited', retryAfter: 3_300 })
    expect(await refusal(person.reserve(3_599))).toEqual({ code: 'rate_limited', retryAfter: 1 })
    expect(await refusal(person.reserve(3_600))).toBe('granted')
  })

  test('a failed mint frees the place and costs no allowance, but attempts are bounded', async () => {
    const person = somebody()
    for (let attempt = 0; attempt < 9; attempt++) {
      const { session } = await person.reserve(attempt)
      await markFailed(database.db, session.id, 'vendor_error', at(attempt))
    }
    expect(await refusal(person.reserve(20))).toEqual({ code: 'rate_limited', retryAfter: 3_580 })
    expect(await refusal(person.reserve(3_600))).toBe('granted')
  })

  test('a failed mint in between leaves the whole allowance', async () => {
    const person = somebody()
    const { session } = await person.reserve(0)
    await markFailed(database.db, session.id, 'vendor_timeout', at(1))
    for (const second of [2, 4, 6]) await person.end(await person.issue(second), second + 1)
    expect(await refusal(person.reserve(10))).toMatchObject({ code: 'rate_limited' })
  })

  test('an unconnected session holds its place for the connect window, a live one for its length', async () => {
    const person = somebody({ tokensPerHour: 10 })
    await person.issue(0)
    expect(await refusal(person.reserve(30))).toEqual({ code: 'too_many_sessions', retryAfter: 60 })
    const second = await person.issue(90)
    await person.live(second, 100)
    expect(await refusal(person.reserve(101))).toEqual({
      code: 'too_many_sessions',
      retryAfter: 599,
    })
    expect(await refusal(person.reserve(700))).toBe('granted')
  })

  test('ending a session frees its place at once', async () => {
    const person = somebody()
    const id = await person.issue(0)
    await person.live(id, 2)
    await person.end(id, 30)
    expect(await refusal(person.reserve(31))).toBe('granted')
  })

  test('expired sessions are closed at the moment they expired, and handed back to be stopped', async () => {
    const person = somebody({ tokensPerHour: 10 })
    const { session: abandoned } = await person.reserve(0)
    const unconnected = await person.issue(100)
    const first = await person.row(abandoned.id)
    expect(first).toMatchObject({ status: 'failed', endReason: 'abandoned', endedAt: at(90) })
    const live = await person.issue(200)
    await person.live(live, 210, { vendorSessionId: 'v-1' })
    const { leftovers } = await person.reserve(1_000)
    expect(leftovers).toMatchObject([
      { id: live, vendorSessionId: 'v-1', endedAt: at(810) },
      { id: unconnected },
    ])
    expect(await person.row(unconnected)).toMatchObject({
      status: 'ended',
      endReason: 'never_connected',
      endedAt: at(190),
    })
    expect(await person.row(live)).toMatchObject({ status: 'ended', endReason: 'time_limit' })
  })

  test('only moves forward, and ends once', async () => {
    const person = somebody()
    const id = await person.issue(0)
    expect(await person.live(id, 3, { firstFrameMs: 412 })).toMatchObject({ open: true })
    expect(await person.live(id, 9, { vendorSessionId: 'v-2', firstFrameMs: 9 })).toMatchObject({
      open: true,
    })
    expect(await person.end(id, 20, { reason: 'visitor' })).toMatchObject({ changed: true })
    expect(await person.end(id, 40, { reason: 'page_closed' })).toMatchObject({ changed: false })
    expect(await person.live(id, 41)).toMatchObject({ open: false })
    expect(await markIssued(database.db, id, undefined)).toBe(false)
    await markFailed(database.db, id, 'late')
    expect(await person.row(id)).toMatchObject({
      status: 'ended',
      endReason: 'visitor',
      liveAt: at(3),
      endedAt: at(20),
      vendorSessionId: 'v-2',
      firstFrameMs: 412,
    })
  })

  test('an end that arrives while the vendor mints wins', async () => {
    const person = somebody()
    const { session } = await person.reserve(0)
    await person.end(session.id, 1)
    expect(await markIssued(database.db, session.id, undefined, at(2))).toBe(false)
    expect(await person.row(session.id)).toMatchObject({ status: 'ended', issuedAt: null })
  })

  test('somebody else’s session is answered like one that does not exist', async () => {
    const id = await somebody().issue(0)
    const stranger = somebody()
    const missing = { code: 'not_found', retryAfter: undefined }
    expect(await refusal(stranger.end(id, 1))).toEqual(missing)
    expect(await refusal(stranger.live(id, 1))).toEqual(missing)
    expect(await refusal(stranger.end('no-such-session', 1))).toEqual(missing)
  })

  test('keeps the first transcript, also when it comes after the end', async () => {
    const person = somebody()
    const id = await person.issue(0)
    await person.end(id, 5)
    const said = [
      { role: 'persona', content: 'Ciao!', at: 0 },
      { role: 'user', content: 'Hello 👋', at: 900, interrupted: true },
    ]
    await Promise.all([
      person.end(id, 6, { messages: said }),
      person.end(id, 6, { messages: said }),
    ])
    await person.end(id, 7, { messages: [{ role: 'user', content: 'Forged', at: 1 }] })
    const saved = await database.db.select().from(messages).where(eq(messages.sessionId, id))
    expect(saved.map(({ seq, content, interrupted }) => [seq, content, interrupted])).toEqual([
      [0, 'Ciao!', false],
      [1, 'Hello 👋', true],
    ])
  })

  test('of many ends at once one ends it, and one transcript is kept', async () => {
    const person = somebody({ tokensPerHour: 100 })
    for (let round = 0; round < 5; round++) {
      const id = await person.issue(round)
      const said = [{ role: 'user', content: 'Bye', at: 0 }]
      const ends = await Promise.all(
        Array.from({ length: 8 }, () => person.end(id, round, { messages: said })),
      )
      expect(ends.filter(({ changed }) => changed)).toHaveLength(1)
      const saved = await database.db.select().from(messages).where(eq(messages.sessionId, id))
      expect(saved).toHaveLength(1)
    }
  })

  test('200 reserves at once by one person grant exactly the allowance', async () => {
    const person = somebody({ tokensPerHour: 10, openSessions: 1_000 })
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, () => refusal(person.reserve(0))),
    )
    expect(outcomes.filter((outcome) => outcome === 'granted')).toHaveLength(10)
    const refused = outcomes.filter((outcome) => outcome !== 'granted')
    expect(refused).toEqual(Array(190).fill({ code: 'rate_limited', retryAfter: 3_600 }))
    expect(await person.rows()).toHaveLength(10)
  })

  test('a token that was given up unspent is watched for as long as it could be spent', async () => {
    const person = somebody({ tokensPerHour: 10 })
    const id = await person.issue(0)
    await person.end(id, 5)
    const ids = async (seconds: number) => {
      const { session, leftovers } = await person.reserve(seconds)
      await markFailed(database.db, session.id, 'test', at(seconds))
      return leftovers.map((leftover) => leftover.id)
    }
    expect(await ids(20)).toEqual([id])
    expect(await ids(3_590)).toEqual([id])
    expect(await ids(3_610)).toEqual([])
  })

  test('the vendor is asked to stop a session once in ten seconds, and never without a token', async () => {
    const person = somebody({ tokensPerHour: 10 })
    const id = await person.issue(0)
    const { db } = database
    expect([await claimStop(db, id, at(1)), await claimStop(db, id, at(9))]).toEqual([true, false])
    expect(await claimStop(db, id, at(12))).toBe(true)
    const { session } = await somebody().reserve(0)
    expect(await claimStop(db, session.id, at(1))).toBe(false)
  })

  test('guests fill their share of the day, and members still come in', async () => {
    const later = 5 * 86_400
    const caps = { appSessionsPerDay: 10, guestSessionsPerDay: 2 }
    const guest = () => refusal(somebody(caps, true).reserve(later))
    expect(await guest()).toBe('granted')
    expect(await guest()).toBe('granted')
    expect(await guest()).toMatchObject({ code: 'rate_limited', retryAfter: 86_400 })
    expect(await refusal(somebody(caps).reserve(later))).toBe('granted')
  })

  test('people at once cannot pass the daily cap of the app, and learn when a place is free', async () => {
    const later = 10 * 86_400
    const crowd = Array.from({ length: 12 }, () => somebody({ appSessionsPerDay: 5 }))
    const outcomes = await Promise.all(crowd.map((person) => refusal(person.reserve(later))))
    expect(outcomes.filter((outcome) => outcome === 'granted')).toHaveLength(5)
    expect(await refusal(somebody({ appSessionsPerDay: 5 }).reserve(later + 3_600))).toEqual({
      code: 'rate_limited',
      retryAfter: 86_400 - 3_600,
    })
    expect(await refusal(somebody({ appSessionsPerDay: 5 }).reserve(later + 86_400))).toBe(
      'granted',
    )
  })
})
