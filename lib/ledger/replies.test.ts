import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '@/lib/db/open'
import { replies, sessions } from '@/lib/db/schema'
import type { ReplyLimits } from './limits'
import { endReply, reserveReply } from './replies'
import { at, drivers, refusal, somebodyIn } from './testing/people'
import { ownUsage } from './usage'

const limits: ReplyLimits = {
  repliesPerHour: 3,
  repliesAtOnce: 2,
  appRepliesPerDay: 1_000,
  guestRepliesPerDay: 1_000,
}

describe.each(drivers)('replies in the ledger on $name', ({ open }) => {
  let database: OpenDatabase

  beforeAll(async () => {
    database = await open()
  }, 60_000)
  afterAll(() => database.close())

  interface Wish {
    sessionId?: string
    personaId?: string
    vendor?: string
    own?: Partial<ReplyLimits>
  }

  /** A person who can ask for replies at a second of the test. */
  function somebody(isGuest = false) {
    const person = somebodyIn(database.db, {}, isGuest)
    const ask = (seconds: number, wish: Wish = {}) =>
      reserveReply(database.db, {
        user: { userId: person.userId, isGuest },
        vendor: wish.vendor ?? 'acme',
        persona: { id: wish.personaId ?? 'mira', name: 'Mira' },
        context: 'default',
        sessionId: wish.sessionId,
        config: { persona: 'preset', sent: { systemPrompt: 'Be kind.' } },
        limits: { ...limits, ...wish.own },
        now: at(seconds),
      })
    return {
      ...person,
      ask,
      async have(seconds: number, wish: Wish = {}, status: 'done' | 'failed' = 'done') {
        const reply = await ask(seconds, wish)
        await endReply(database.db, reply.id, { status }, at(seconds + 1))
        return reply
      },
      replies: () => database.db.select().from(replies).where(eq(replies.userId, person.userId)),
    }
  }

  test('the first one begins a chat that is live at once and keeps what was sent', async () => {
    const person = somebody()
    const { id, session } = await person.ask(0)
    expect(await person.row(session.id)).toMatchObject({
      medium: 'text',
      status: 'live',
      issuedAt: null,
      liveAt: at(0),
      personaName: 'Mira',
      config: { persona: 'preset', sent: { systemPrompt: 'Be kind.' } },
      configHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await person.replies()).toMatchObject([{ id, status: 'streaming', endedAt: null }])
  })

  test('the next ones belong to the same chat while it is open', async () => {
    const person = somebody()
    const { session } = await person.have(0)
    const again = await person.have(60, { sessionId: session.id })
    expect(again.session.id).toBe(session.id)
    expect(await person.rows()).toHaveLength(1)
  })

  test('chats that nobody ended end with the next one, talks are left to those who stop them', async () => {
    const person = somebody()
    const talk = await person.talk(0)
    const { session } = await person.have(0)
    await person.have(13 * 3_600)
    expect(await person.row(session.id)).toMatchObject({
      status: 'ended',
      endReason: 'time_limit',
      endedAt: session.expiresAt,
    })
    expect(await person.row(talk)).toMatchObject({ status: 'live' })
  })

  test('a chat whose time is over is carried on in a new one', async () => {
    const person = somebody()
    const { session } = await person.have(0)
    const late = 13 * 3_600
    const { session: next } = await person.have(late, { sessionId: session.id })
    expect(next).toMatchObject({ continues: session.id, status: 'live' })
    expect(await person.row(session.id)).toMatchObject({
      status: 'ended',
      endReason: 'time_limit',
      endedAt: session.expiresAt,
    })
  })

  test('a chat that was ended is carried on in a new one, and keeps its own end', async () => {
    const person = somebody()
    const { session } = await person.have(0)
    await person.end(session.id, 5, { reason: 'user' })
    const { session: next } = await person.have(10, { sessionId: session.id })
    expect(next.continues).toBe(session.id)
    expect(await person.row(session.id)).toMatchObject({ endReason: 'user', endedAt: at(5) })
  })

  test('of another vendor carry the chat on in a session of their own', async () => {
    const person = somebody()
    const { session } = await person.have(0)
    const { session: next } = await person.have(1, { sessionId: session.id, vendor: 'other' })
    expect(next).toMatchObject({ vendor: 'other', continues: session.id })
    expect(await person.row(session.id)).toMatchObject({ endReason: 'continued', endedAt: at(1) })
  })

  test('belong to a talk face to face while that is open', async () => {
    const person = somebody()
    const talk = await person.talk(0)
    expect((await person.have(1, { sessionId: talk })).session.id).toBe(talk)
    await person.end(talk, 5)
    expect(await refusal(person.ask(6, { sessionId: talk }))).toMatchObject({ code: 'conflict' })
  })

  test('belong to nobody else’s session, and to none of another persona', async () => {
    const [person, stranger] = [somebody(), somebody()]
    const { session } = await person.have(0)
    const within = (wish: Wish) => refusal(person.ask(1, { sessionId: session.id, ...wish }))
    expect(await refusal(stranger.ask(1, { sessionId: session.id }))).toMatchObject({
      code: 'not_found',
    })
    expect(await within({ sessionId: crypto.randomUUID() })).toMatchObject({ code: 'not_found' })
    expect(await within({ personaId: 'omar' })).toMatchObject({ code: 'invalid_request' })
    expect(await stranger.rows()).toEqual([])
  })

  test('are limited within an hour, to the second', async () => {
    const person = somebody()
    for (const second of [0, 100, 200]) await person.have(second)
    const full = { code: 'rate_limited', retryAfter: 3_300 }
    expect(await refusal(person.ask(300))).toEqual(full)
    expect(await refusal(person.ask(3_600))).toBe('granted')
  })

  test('that are left are told, and when the next one is free', async () => {
    const person = somebody()
    const usage = async (seconds: number) =>
      (
        await ownUsage(
          database.db,
          person.userId,
          {
            tokensPerHour: 3,
            openSessions: 1,
            sessionSeconds: 600,
            mostPersonas: 1,
            repliesPerHour: 3,
          },
          at(seconds),
        )
      ).replies
    expect(await usage(0)).toEqual({ perHour: 3, left: 3, nextAt: null })
    for (const second of [0, 100]) await person.have(second)
    await person.have(150, {}, 'failed')
    expect(await usage(200)).toEqual({ perHour: 3, left: 1, nextAt: null })
    await person.have(200)
    expect(await usage(300)).toEqual({ perHour: 3, left: 0, nextAt: at(3_600) })
    expect(await usage(3_600)).toEqual({ perHour: 3, left: 1, nextAt: null })
  })

  test('that are refused leave no trace, not even a chat', async () => {
    const person = somebody()
    for (const second of [0, 1, 2]) await person.have(second)
    const before = await person.rows()
    await refusal(person.ask(3))
    expect(await person.rows()).toHaveLength(before.length)
    expect(await person.replies()).toHaveLength(3)
  })

  test('that failed cost nothing, until the attempts are too many', async () => {
    const person = somebody()
    for (let second = 0; second < 9; second++) await person.have(second, {}, 'failed')
    expect(await refusal(person.ask(10))).toMatchObject({ code: 'rate_limited' })
    const other = somebody()
    for (let second = 0; second < 8; second++) await other.have(second, {}, 'failed')
    expect(await refusal(other.ask(10))).toBe('granted')
  })

  test('are written two at a time', async () => {
    const person = somebody()
    const first = await person.ask(0, { own: { repliesPerHour: 10 } })
    await person.ask(1, { own: { repliesPerHour: 10 } })
    const third = () => refusal(person.ask(2, { own: { repliesPerHour: 10 } }))
    expect(await third()).toEqual({ code: 'rate_limited', retryAfter: 5 })
    await endReply(database.db, first.id, { status: 'aborted' }, at(2))
    expect(await third()).toBe('granted')
  })

  test('of a server that died hold their place for five minutes', async () => {
    const person = somebody()
    const wish = { own: { repliesPerHour: 10 } }
    const { id } = await person.ask(0, wish)
    await person.ask(0, wish)
    expect(await refusal(person.ask(299, wish))).toMatchObject({ code: 'rate_limited' })
    expect(await refusal(person.ask(300, wish))).toBe('granted')
    expect((await person.replies()).find((reply) => reply.id === id)).toMatchObject({
      status: 'failed',
      endedAt: at(300),
    })
  })

  test('end once, with what they used', async () => {
    const person = somebody()
    const { id } = await person.ask(0)
    const usage = { promptTokens: 3_200, replyTokens: 45 }
    await endReply(database.db, id, { status: 'done', usage }, at(4))
    await endReply(database.db, id, { status: 'aborted' }, at(5))
    expect(await person.replies()).toMatchObject([
      { status: 'done', endedAt: at(4), promptTokens: 3_200, replyTokens: 45 },
    ])
  })

  test('asked for all at once are granted exactly as many as there are', async () => {
    const person = somebody()
    const own = { repliesPerHour: 7, repliesAtOnce: 100 }
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, () => refusal(person.ask(0, { own }))),
    )
    expect(outcomes.filter((outcome) => outcome === 'granted')).toHaveLength(7)
    expect(await person.replies()).toHaveLength(7)
    const twoAtOnce = somebody()
    const all = await Promise.all(
      Array.from({ length: 10 }, () => refusal(twoAtOnce.ask(0, { own: { repliesPerHour: 9 } }))),
    )
    expect(all.filter((outcome) => outcome === 'granted')).toHaveLength(2)
  })

  test('of everybody together are limited within a day, those of guests apart', async () => {
    // Far from everything else in this file: the count is of the whole app.
    const later = 40 * 86_400
    const own = { appRepliesPerDay: 3, guestRepliesPerDay: 1 }
    const [guest, other, member] = [somebody(true), somebody(true), somebody()]
    await guest.have(later, { own })
    expect(await refusal(other.ask(later + 1, { own }))).toEqual({
      code: 'rate_limited',
      retryAfter: 86_399,
    })
    await member.have(later + 2, { own })
    await member.have(later + 3, { own })
    expect(await refusal(somebody().ask(later + 4, { own }))).toMatchObject({ retryAfter: 86_396 })
    expect(await refusal(somebody().ask(later + 86_400, { own }))).toBe('granted')
  })

  test('go with their session', async () => {
    const person = somebody()
    const { session } = await person.have(0)
    await database.db.delete(sessions).where(eq(sessions.id, session.id))
    expect(await person.replies()).toEqual([])
  })
})
