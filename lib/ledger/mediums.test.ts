import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '@/lib/db/open'
import { sessions } from '@/lib/db/schema'
import { at, drivers, refusal, somebodyIn } from './testing/people'

describe.each(drivers)('talks and chats in the ledger on $name', ({ open }) => {
  let database: OpenDatabase

  beforeAll(async () => {
    database = await open()
  }, 60_000)
  afterAll(() => database.close())

  /** A chat that our server carries, as /api/chat begins one. */
  const chat = (userId: string, seconds: number) =>
    database.db.insert(sessions).values({
      id: crypto.randomUUID(),
      userId,
      vendor: 'acme',
      medium: 'text',
      status: 'live',
      personaId: 'mira',
      personaName: 'Mira',
      maxSeconds: 3_600,
      createdAt: at(seconds),
      liveAt: at(seconds),
      expiresAt: at(seconds + 3_600),
    })

  test('a chat that lies open is not in the way of a talk, nor does it cost a token', async () => {
    const person = somebodyIn(database.db, { tokensPerHour: 2, openSessions: 1 })
    await person.end(await person.talk(0), 1)
    for (const second of [2, 3, 4]) await chat(person.userId, second)
    expect(await refusal(person.reserve(5))).toBe('granted')
  })

  test('a chat whose token a browser holds costs a token, and no place', async () => {
    const person = somebodyIn(database.db, { tokensPerHour: 2, openSessions: 1 })
    await person.issue(0, {}, { medium: 'text' })
    expect(await refusal(person.reserve(1))).toBe('granted')
    expect(await refusal(person.reserve(2))).toMatchObject({ code: 'rate_limited' })
  })

  test('talking here instead ends the talk elsewhere and leaves the chat', async () => {
    const person = somebodyIn(database.db)
    const talk = await person.talk(0)
    await chat(person.userId, 1)
    await person.talk(2, { takeOver: true })
    const open = (await person.rows()).filter(({ status }) => status === 'live')
    expect(open.map(({ medium }) => medium).sort()).toEqual(['face', 'text'])
    expect(await person.row(talk)).toMatchObject({ status: 'ended', endReason: 'taken_over' })
  })
})
