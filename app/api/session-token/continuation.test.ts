import { describe, expect, test } from 'vitest'
import {
  begin,
  control,
  later,
  noFaults,
  openAtVendor,
  problemIn,
  recordOf,
  somebody,
} from '../testing/api'

const open = (rows: { status: string }[]) =>
  rows.filter(({ status }) => ['reserved', 'issued', 'live'].includes(status))

describe('carrying on a lost conversation', () => {
  test('takes its place, stops it before the answer, and does not greet again', async () => {
    await control('limit', { limit: (await openAtVendor()).length + 1 })
    const person = somebody()
    const lost = await person.talk({ personaId: 'kenji' })
    const next = await person.grant({ personaId: 'kenji', continues: lost.sessionId })
    // With the vendor full of the lost one, this could not begin.
    expect(await openAtVendor()).not.toContain(lost.vendorSessionId)
    expect(await recordOf(await begin(next.sessionToken))).toMatchObject({
      clientLabel: next.sessionId,
      personaConfig: { name: 'Kenji', skipGreeting: true },
    })
    expect(await person.rows()).toMatchObject([
      { id: lost.sessionId, status: 'ended', endReason: 'continued' },
      { id: next.sessionId, status: 'issued' },
    ])
  })

  test('the late report of the lost one keeps its transcript and ends nothing else', async () => {
    const person = somebody()
    const lost = await person.talk()
    const next = await person.talk({ continues: lost.sessionId })
    const messages = [{ role: 'user', content: 'Are you there?', at: 0 }]
    const late = { event: 'ended', reason: 'connection_lost', messages }
    expect((await person.report(lost.sessionId, late)).status).toBe(204)
    await Promise.all(later)
    expect(await (await person.read(lost.sessionId)).json()).toMatchObject({
      endReason: 'continued',
      transcriptKept: true,
    })
    expect(await openAtVendor()).toContain(next.vendorSessionId)
    expect(open(await person.rows())).toMatchObject([{ id: next.sessionId, status: 'live' }])
  })

  test('greets where the one it names never connected', async () => {
    const person = somebody()
    const { sessionId, sessionToken } = await person.grant()
    await begin(sessionToken)
    const next = await person.grant({ continues: sessionId })
    expect(await recordOf(await begin(next.sessionToken))).toMatchObject({
      personaConfig: { skipGreeting: false },
    })
  })

  test('somebody else’s session is answered like no session at all', async () => {
    const [victim, attacker] = [somebody(), somebody()]
    const theirs = await victim.talk()
    const own = await attacker.grant({ continues: theirs.sessionId })
    expect(await recordOf(await begin(own.sessionToken))).toMatchObject({
      personaConfig: { skipGreeting: false },
    })
    const [named, plain] = [
      await problemIn(await attacker.mint({ continues: theirs.sessionId })),
      await problemIn(await attacker.mint()),
    ]
    expect(named).toMatchObject({ code: 'too_many_sessions' })
    expect({ ...named, requestId: '', retryAfter: 0 }).toEqual({
      ...plain,
      requestId: '',
      retryAfter: 0,
    })
    expect(await openAtVendor()).toContain(theirs.vendorSessionId)
    expect(await victim.rows()).toMatchObject([{ status: 'live' }])
  })

  test('20 at once hold one place, and one of them gets a token', async () => {
    const person = somebody()
    const { sessionId } = await person.talk()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => person.mint({ continues: sessionId })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(19)
    expect(open(await person.rows())).toHaveLength(1)
  })

  test.each([
    ['slow', { delayMs: 4_000 }],
    ['failing', { status: 500 }],
  ])('a vendor that is %s to stop the lost one delays it by a second', async (_, fault) => {
    const person = somebody()
    const lost = await person.talk()
    await control('faults', { kind: 'sessions', ...fault })
    const started = performance.now()
    const answer = await person.mint({ continues: lost.sessionId })
    expect(answer.status).toBe(200)
    expect(performance.now() - started).toBeLessThan(3_500)
    await noFaults()
    await Promise.all(later)
    expect(await openAtVendor()).not.toContain(lost.vendorSessionId)
  })

  test('costs allowance like any other start', async () => {
    const person = somebody()
    let { sessionId } = await person.talk()
    for (const _ of [2, 3, 4]) sessionId = (await person.talk({ continues: sessionId })).sessionId
    const refused = await problemIn(await person.mint({ continues: sessionId }))
    expect(refused).toMatchObject({ code: 'rate_limited' })
    expect(open(await person.rows())).toMatchObject([{ id: sessionId, status: 'live' }])
  })
})

describe('talking here instead', () => {
  test('ends what is open elsewhere and stops it at the vendor before the answer', async () => {
    const person = somebody()
    const elsewhere = await person.talk()
    expect(await problemIn(await person.mint())).toMatchObject({ code: 'too_many_sessions' })
    const off = await person.mint({ takeOver: false })
    expect(await problemIn(off)).toMatchObject({ code: 'too_many_sessions' })
    const here = await person.grant({ takeOver: true })
    expect(await openAtVendor()).not.toContain(elsewhere.vendorSessionId)
    expect(await recordOf(await begin(here.sessionToken))).toMatchObject({
      personaConfig: { skipGreeting: false },
    })
    expect(await (await person.read(elsewhere.sessionId)).json()).toMatchObject({
      status: 'ended',
      endReason: 'taken_over',
    })
  })

  test('leaves other people alone', async () => {
    const [person, other] = [somebody(), somebody()]
    const theirs = await other.talk()
    await person.talk()
    await person.grant({ takeOver: true })
    expect(await openAtVendor()).toContain(theirs.vendorSessionId)
    expect(await other.rows()).toMatchObject([{ status: 'live' }])
  })
})
