import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { messages, sessions } from '@/lib/db/schema'
import { identityToken } from '@/lib/http/testing/signed-identity'
import { begin, context, later, lines, openAtVendor, problemIn, somebody } from '../testing/api'
import { hasFace } from '../testing/face'

const { PATCH: sessionRoute } = await import('./[id]/route')

describe.skipIf(!hasFace)('reporting', () => {
  test('live and ended are recorded, the transcript kept, the vendor’s session stopped', async () => {
    const person = somebody()
    const { sessionId, sessionToken } = await person.grant()
    const vendorSessionId = await begin(sessionToken)
    expect(await openAtVendor()).toContain(vendorSessionId)
    await person.report(sessionId, { event: 'live', vendorSessionId, firstFrameMs: 320.4 })
    expect(await person.rows()).toMatchObject([
      { status: 'live', vendorSessionId, firstFrameMs: 320 },
    ])
    const said = [{ role: 'user', content: 'Ciao\u0000!', at: -3.2 }]
    const response = await person.report(sessionId, {
      event: 'ended',
      reason: 'visitor',
      messages: said,
    })
    expect(response.status).toBe(204)
    await Promise.all(later)
    expect(await openAtVendor()).not.toContain(vendorSessionId)
    expect(await person.rows()).toMatchObject([{ status: 'ended', endReason: 'visitor' }])
    const saved = await (await db())
      .select()
      .from(messages)
      .where(eq(messages.sessionId, sessionId))
    expect(saved).toMatchObject([{ role: 'user', content: 'Ciao!', at: 0 }])
  })

  test('a beacon ends a session that never went live, and the one that began at Anam', async () => {
    const person = somebody()
    const { sessionId, sessionToken } = await person.grant()
    const vendorSessionId = await begin(sessionToken)
    const beacon = new Request(`http://localhost/api/sessions/${sessionId}`, {
      method: 'POST',
      headers: {
        cookie: `privy-id-token=${await identityToken({ userId: person.userId })}`,
        'sec-fetch-site': 'same-origin',
        'content-type': 'text/plain;charset=UTF-8',
      },
      body: JSON.stringify({ event: 'ended', reason: 'page_closed' }),
    })
    expect((await sessionRoute(beacon, context({ id: sessionId }))).status).toBe(204)
    await Promise.all(later)
    expect(await openAtVendor()).not.toContain(vendorSessionId)
  })

  test('cannot be used to stop somebody else’s conversation', async () => {
    const [victim, attacker] = [somebody(), somebody()]
    const theirs = await victim.grant()
    const vendorSessionId = await begin(theirs.sessionToken)
    expect((await attacker.report(theirs.sessionId, { event: 'ended' })).status).toBe(404)
    const own = await attacker.grant()
    await begin(own.sessionToken)
    await attacker.report(own.sessionId, { event: 'ended', vendorSessionId })
    await Promise.all(later)
    expect(await openAtVendor()).toContain(vendorSessionId)
    expect(await victim.rows()).toMatchObject([{ status: 'issued' }])
    await victim.report(theirs.sessionId, { event: 'ended' })
    await Promise.all(later)
  })

  test('a start that arrives after its end is stopped', async () => {
    const person = somebody()
    const { sessionId, sessionToken } = await person.grant()
    const vendorSessionId = await begin(sessionToken)
    await (await db())
      .update(sessions)
      .set({ status: 'ended', endedAt: new Date() })
      .where(eq(sessions.id, sessionId))
    expect((await person.report(sessionId, { event: 'live', vendorSessionId })).status).toBe(204)
    await Promise.all(later)
    expect(await openAtVendor()).not.toContain(vendorSessionId)
  })

  test.each([
    [{}, 'event'],
    [{ event: 'paused' }, 'event'],
    [{ event: 'live', messages: [] }, 'messages'],
    [{ event: 'ended', messages: [{ role: 'dog', content: '', at: 0 }] }, 'messages.0.role'],
    [{ event: 'feedback' }, 'rating'],
    [{ event: 'feedback', rating: 'fine' }, 'rating'],
    [{ event: 'feedback', rating: 'good', comment: 'a'.repeat(501) }, 'comment'],
    [{ event: 'feedback', rating: 'good', stars: 5 }, 'stars'],
    [{ event: 'ended', reason: 'because of <b>' }, 'reason'],
    [
      { event: 'ended', messages: Array(501).fill({ role: 'user', content: '', at: 0 }) },
      'messages',
    ],
  ])('refuses a bad report and names the field (%#)', async (event, path) => {
    const problem = await problemIn(await somebody().report('some-id', event))
    expect(problem).toMatchObject({ code: 'invalid_request', errors: [{ path }] })
  })

  test('an end that comes again brings the transcript that the first could not', async () => {
    const person = somebody()
    const { sessionId } = await person.talk()
    await person.report(sessionId, { event: 'ended', reason: 'connection_lost' })
    expect(await (await person.read(sessionId)).json()).toMatchObject({ transcriptKept: false })
    const said = [{ role: 'persona', content: 'Ciao!', at: 10 }]
    const again = { event: 'ended', reason: 'visitor', messages: said }
    expect((await person.report(sessionId, again)).status).toBe(204)
    expect(await (await person.read(sessionId)).json()).toMatchObject({
      endReason: 'connection_lost',
      transcriptKept: true,
    })
    await Promise.all(later)
  })

  test('an id that cannot be one is a session that does not exist', async () => {
    for (const id of ['some-id', 'a\u0000b', '']) {
      const response = await somebody().report(id, { event: 'ended' })
      expect(await problemIn(response)).toMatchObject({ code: 'not_found' })
    }
  })

  test('a transcript of more than 200 kB is too large', async () => {
    const content = 'a'.repeat(9_000)
    const long = Array(30).fill({ role: 'user', content, at: 0 })
    const response = await somebody().report('some-id', { event: 'ended', messages: long })
    expect(response.status).toBe(413)
  })
})

describe.skipIf(!hasFace)('reading', () => {
  test('tells the owner what the ledger says, and nobody else that there is anything', async () => {
    const [owner, stranger] = [somebody(), somebody()]
    const { sessionId } = await owner.grant({ personaId: 'omar' })
    const response = await owner.read(sessionId)
    expect(await response.json()).toMatchObject({ status: 'issued', personaId: 'omar' })
    const refusals = [await stranger.read(sessionId), await owner.read('a\u0000b')]
    for (const refused of refusals) expect((await problemIn(refused)).code).toBe('not_found')
  })
})

describe.skipIf(!hasFace)('feedback', () => {
  const good = { event: 'feedback', rating: 'good' }

  test('is kept without padding and NUL, answered to its owner, and logged nowhere', async () => {
    const person = somebody()
    const { sessionId } = await person.grant()
    lines.splice(0)
    const comment = ` So\u0000 lively!${' '.repeat(600)}`
    const response = await person.report(sessionId, { ...good, comment })
    expect(response.status).toBe(204)
    expect(await person.rows()).toMatchObject([{ rating: 'good', comment: 'So lively!' }])
    expect(await (await person.read(sessionId)).json()).toMatchObject({ rating: 'good' })
    expect(lines.join()).not.toContain('lively')
  })

  test('may overtake the end; the last one wins; an empty comment is none', async () => {
    const person = somebody()
    const { sessionId } = await person.talk()
    await person.report(sessionId, { event: 'feedback', rating: 'poor', comment: 'Slow' })
    expect(await person.rows()).toMatchObject([{ status: 'live', rating: 'poor', comment: 'Slow' }])
    await person.report(sessionId, { event: 'ended', reason: 'nobody_there' })
    await person.report(sessionId, { ...good, comment: ' \u0000 ' })
    expect(await person.rows()).toMatchObject([
      { status: 'ended', endReason: 'nobody_there', rating: 'good', comment: null },
    ])
    await Promise.all(later)
  })

  test('on somebody else’s session is answered as on one that does not exist', async () => {
    const [owner, stranger] = [somebody(), somebody()]
    const { sessionId } = await owner.grant()
    const refused = await problemIn(await stranger.report(sessionId, good))
    const missing = await problemIn(await stranger.report(crypto.randomUUID(), good))
    expect(refused.code).toBe('not_found')
    expect({ ...refused, requestId: '' }).toEqual({ ...missing, requestId: '' })
    expect(await owner.rows()).toMatchObject([{ rating: null }])
  })
})
