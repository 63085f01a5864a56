import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '@/lib/db/open'
import { messages, personas, replies, sessions, users } from '@/lib/db/schema'
import { rememberUser } from '@/lib/db/users'
import { saveFeedback } from '@/lib/ledger/feedback'
import { ownSession } from '@/lib/ledger/own-session'
import { reserveReply } from '@/lib/ledger/replies'
import { at, drivers, refusal, somebodyIn } from '@/lib/ledger/testing/people'
import { blankContent } from '@/lib/personas/blank'
import { createPersona } from '@/lib/personas/creating'
import { readOwner, saveDefaultPersona, saveProfile } from '@/lib/personas/owner'
import { emptyProfile } from '@/lib/personas/profile'
import { deleteAccount } from './delete-account'
import { exportAccount } from './export-account'

const dayLater = 86_400
const profile = { ...emptyProfile, displayName: 'Ada', about: 'I grow "tomatoes" <b>\u2028' }
const content = { ...blankContent, name: 'Nonna', systemPrompt: 'You cook.' }
const said = [
  { role: 'user' as const, content: 'Hello', at: 10 },
  { role: 'persona' as const, content: 'Good day', at: 20, interrupted: true },
]

describe.each(drivers)('an account on $name', ({ open }) => {
  let database: OpenDatabase

  beforeAll(async () => {
    database = await open()
  }, 60_000)
  afterAll(() => database.close())

  async function somebody() {
    const { db } = database
    const person = somebodyIn(db)
    const user = { userId: person.userId, isGuest: false }
    return {
      ...person,
      async settle() {
        await saveProfile(db, user, profile)
        await saveDefaultPersona(db, user, 'jonas')
        const maker = { ...user, mostPersonas: 1_000 }
        await createPersona(db, maker, { content }, at(0))
        await createPersona(db, maker, { draft: { name: 'Half' } }, at(0))
        const id = await person.talk(0)
        await person.end(id, 5, { messages: said })
        await saveFeedback(db, person.owned(id), { rating: 'good', comment: 'Kind' })
        return id
      },
      exported: async () => {
        let text = ''
        for await (const part of exportAccount(db, user)) text += part
        return JSON.parse(text)
      },
      remove: (seconds: number) => deleteAccount(db, person.userId, at(seconds)),
      messages: async () =>
        db
          .select({ content: messages.content })
          .from(messages)
          .innerJoin(sessions, eq(sessions.id, messages.sessionId))
          .where(eq(sessions.userId, person.userId)),
      personas: () => db.select().from(personas).where(eq(personas.ownerId, person.userId)),
      async user() {
        const [row] = await db.select().from(users).where(eq(users.id, person.userId))
        return row
      },
    }
  }

  describe('as a file', () => {
    test('has everything that is kept, and nothing of anybody else', async () => {
      const [person, stranger] = [await somebody(), await somebody()]
      const id = await person.settle()
      await stranger.settle()
      const file = await person.exported()
      expect(file).toMatchObject({
        format: 'vis-a-vis.account',
        version: 1,
        account: { id: person.userId, guest: false },
        profile,
        defaultPersonaId: 'jonas',
        sessions: [{ id, rating: 'good', comment: 'Kind', context: 'default', messages: said }],
      })
      expect(file.personas).toHaveLength(2)
      expect(file.personas).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            document: { format: 'vis-a-vis.persona', version: 1, persona: content },
          }),
          expect.objectContaining({ document: null, draft: { name: 'Half' } }),
        ]),
      )
      expect(JSON.stringify(file)).not.toContain(stranger.userId)
    })

    test('is valid and whole for many conversations, also of the same moment', async () => {
      const person = await somebody()
      await rememberUser(database.db, { userId: person.userId, isGuest: false }, at(0))
      const rows = Array.from({ length: 250 }, (_, n) => ({
        id: crypto.randomUUID(),
        userId: person.userId,
        status: 'ended' as const,
        vendor: 'anam',
        personaId: 'mira',
        personaName: 'Mira',
        maxSeconds: 600,
        createdAt: at(Math.floor(n / 120)),
        expiresAt: at(600),
      }))
      await database.db.insert(sessions).values(rows)
      const file = await person.exported()
      const ids = file.sessions.map((session: { id: string }) => session.id)
      expect(new Set(ids)).toEqual(new Set(rows.map(({ id }) => id)))
      expect(ids).toHaveLength(250)
    })

    test('shows the prompt of one’s own persona only', async () => {
      const person = await somebody()
      const id = await person.talk(0)
      const configured = async (persona: 'own' | 'preset') => {
        const config = { persona, sent: { systemPrompt: 'Secret', llmId: 'small' } }
        await database.db.update(sessions).set({ config }).where(eq(sessions.id, id))
        return (await person.exported()).sessions[0].config
      }
      expect(await configured('preset')).toEqual({ llmId: 'small' })
      expect(await configured('own')).toEqual({ systemPrompt: 'Secret', llmId: 'small' })
    })

    test('is a file for somebody of whom nothing is kept, too', async () => {
      const person = await somebody()
      expect(await person.exported()).toMatchObject({ profile: null, personas: [], sessions: [] })
    })
  })

  describe('that is deleted', () => {
    test('leaves no word behind, and touches nobody else', async () => {
      const [person, stranger] = [await somebody(), await somebody()]
      const id = await person.settle()
      await stranger.settle()
      await person.remove(60)
      expect(await person.messages()).toEqual([])
      expect(await person.personas()).toEqual([])
      expect(await person.user()).toMatchObject({
        profile: null,
        defaultPersonaId: null,
        deletedAt: at(60),
      })
      expect(await person.row(id)).toMatchObject({
        personaId: 'deleted',
        personaName: 'deleted',
        context: 'default',
        config: null,
        configHash: null,
        rating: null,
        comment: null,
        vendorSessionId: null,
        createdAt: at(0),
      })
      expect(await stranger.messages()).toHaveLength(2)
      expect(await stranger.personas()).toHaveLength(2)
      expect(await readOwner(database.db, stranger.userId)).toMatchObject({ profile })
    })

    test('gives nothing of its limits back', async () => {
      const person = await somebody()
      for (const seconds of [0, 10, 20]) await person.end(await person.issue(seconds), seconds + 1)
      await person.remove(30)
      const limited = { code: 'rate_limited', retryAfter: 3_560 }
      expect(await refusal(person.reserve(40))).toEqual(limited)
      expect(await refusal(person.reserve(3_600))).toBe('granted')
    })

    test('gives back no replies of a chat that is older than they are', async () => {
      const person = await somebody()
      const reply = (seconds: number, sessionId?: string) =>
        reserveReply(database.db, {
          user: { userId: person.userId, isGuest: false },
          vendor: 'acme',
          persona: { id: 'mira', name: 'Mira' },
          context: 'default',
          sessionId,
          config: { persona: 'preset', sent: { systemPrompt: 'Be kind.' } },
          limits: {
            repliesPerHour: 10,
            repliesAtOnce: 2,
            appRepliesPerDay: 1_000,
            guestRepliesPerDay: 1_000,
          },
          now: at(seconds),
        })
      const { session } = await reply(0)
      const { id } = await reply(3_600, session.id)
      await person.remove(dayLater + 10)
      expect(await person.row(session.id)).toMatchObject({ personaName: 'deleted', config: null })
      const kept = await database.db.select().from(replies).where(eq(replies.id, id))
      expect(kept).toHaveLength(1)
    })

    test('ends what is open, and tells what to stop at the vendor', async () => {
      const person = await somebody()
      const id = await person.issue(0)
      await person.live(id, 1, { vendorSessionId: 'theirs' })
      expect(await person.remove(60)).toMatchObject([{ id, vendorSessionId: 'theirs' }])
      expect(await person.row(id)).toMatchObject({
        status: 'ended',
        endReason: 'account_deleted',
        vendorSessionId: null,
      })
    })

    test('takes nothing more from a page that was left open', async () => {
      const person = await somebody()
      const id = await person.talk(0)
      await person.remove(60)
      const gone = { code: 'not_found', retryAfter: undefined }
      expect(await refusal(person.end(id, 61, { messages: said }))).toEqual(gone)
      expect(await refusal(person.live(id, 61))).toEqual(gone)
      expect(await refusal(person.reserve(61, { continues: id }))).toEqual(gone)
      expect(await refusal(ownSession(database.db, person.owned(id)))).toEqual(gone)
      const rated = saveFeedback(database.db, person.owned(id), { rating: 'poor', comment: 'Why' })
      expect(await refusal(rated)).toEqual(gone)
      expect(await person.messages()).toEqual([])
      expect(await person.user()).toMatchObject({ deletedAt: at(60) })
    })

    test('keeps no session that counts no longer, and is gone itself a day later', async () => {
      const [person, other] = [await somebody(), await somebody()]
      const old = await person.issue(0)
      await person.end(old, 1)
      const recent = await person.issue(dayLater)
      await person.remove(dayLater + 10)
      expect(await person.row(old)).toBeUndefined()
      expect(await person.row(recent)).toBeDefined()
      await other.reserve(2 * dayLater)
      expect(await person.user()).toBeDefined()
      await other.reserve(2 * dayLater + 100)
      expect(await person.user()).toBeUndefined()
      expect(await person.rows()).toEqual([])
    })

    test('can begin anew with nothing', async () => {
      const person = await somebody()
      await person.settle()
      await person.remove(60)
      await person.reserve(70)
      expect(await person.user()).toMatchObject({ deletedAt: null, profile: null })
      expect((await person.exported()).sessions).toHaveLength(1)
    })

    test('is not brought back by a token from before, only by one of a later second', async () => {
      const { db } = database
      const [person, stranger] = [await somebody(), await somebody()]
      await person.settle()
      const known = [person, stranger]
      for (const { remove } of known) await remove(60.5)
      const second = Math.floor(at(60.5).getTime() / 1_000)
      for (const { userId, user } of known) {
        const by = (issuedAt: number) => ({ userId, isGuest: false, issuedAt, mostPersonas: 9 })
        for (const issuedAt of [second - 3_600, second - 1, second]) {
          const writes = [
            () => rememberUser(db, by(issuedAt), at(61)),
            () => saveProfile(db, by(issuedAt), profile),
            () => saveDefaultPersona(db, by(issuedAt), 'jonas'),
            () => createPersona(db, by(issuedAt), { content }, at(61)),
          ]
          for (const write of writes) {
            await expect(write()).rejects.toMatchObject({ code: 'unauthenticated' })
          }
        }
        expect(await user()).toMatchObject({ profile: null, deletedAt: at(60.5) })
        await rememberUser(db, by(second + 1), at(62))
        // It lives again: a token is as good as any.
        await rememberUser(db, by(second - 1), at(63))
        expect(await user()).toMatchObject({ deletedAt: null })
      }
    })

    test('may be deleted twice, and by somebody of whom nothing is kept', async () => {
      const person = await somebody()
      expect(await person.remove(0)).toEqual([])
      await person.settle()
      await person.remove(10)
      expect(await person.remove(20)).toEqual([])
    })
  })
})
