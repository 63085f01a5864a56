import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '@/lib/db/open'
import { type Feedback, saveFeedback } from './feedback'
import { ownSession } from './own-session'
import { drivers, refusal, somebodyIn } from './testing/people'
import { markFailed } from './transitions'

describe.each(drivers)('feedback on $name', ({ open }) => {
  let database: OpenDatabase

  beforeAll(async () => {
    database = await open()
  }, 60_000)
  afterAll(() => database.close())

  const somebody = () => somebodyIn(database.db, { tokensPerHour: 10 })
  const rate = (owned: { id: string; userId: string }, feedback: Feedback) =>
    refusal(saveFeedback(database.db, owned, feedback))

  test('the last one wins, before and after the end', async () => {
    const person = somebody()
    const id = await person.issue(0)
    await rate(person.owned(id), { rating: 'poor', comment: 'Too quiet' })
    expect(await person.row(id)).toMatchObject({ rating: 'poor', comment: 'Too quiet' })
    await person.end(id, 5)
    await rate(person.owned(id), { rating: 'good' })
    expect(await person.row(id)).toMatchObject({ rating: 'good', comment: null, status: 'ended' })
  })

  test('is refused where no conversation ever began', async () => {
    const person = somebody()
    const refused = { code: 'invalid_request', retryAfter: undefined }
    const { session } = await person.reserve(0)
    expect(await rate(person.owned(session.id), { rating: 'good' })).toEqual(refused)
    await markFailed(database.db, session.id, 'vendor_error')
    expect(await rate(person.owned(session.id), { rating: 'good' })).toEqual(refused)
  })

  test('somebody else’s session is answered like one that does not exist', async () => {
    const [person, stranger] = [somebody(), somebody()]
    const id = await person.issue(0)
    const missing = { code: 'not_found', retryAfter: undefined }
    expect(await rate(stranger.owned(id), { rating: 'poor' })).toEqual(missing)
    expect(await rate(stranger.owned(crypto.randomUUID()), { rating: 'poor' })).toEqual(missing)
    expect(await rate(stranger.owned('x'), { rating: 'poor' })).toEqual(missing)
    expect(await person.row(id)).toMatchObject({ rating: null })
  })

  test('the owner reads the rating, and whether a transcript is kept', async () => {
    const person = somebody()
    const spoken = await person.talk(0)
    await person.end(spoken, 5, { messages: [{ role: 'user', content: 'Hi', at: 0 }] })
    await rate(person.owned(spoken), { rating: 'good' })
    const without = await person.talk(6)
    const read = (id: string) => ownSession(database.db, person.owned(id))
    expect(await read(spoken)).toMatchObject({ rating: 'good', transcriptKept: true })
    expect(await read(without)).toMatchObject({ rating: null, transcriptKept: false })
  })
})
