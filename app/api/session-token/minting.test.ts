import { eq } from 'drizzle-orm'
import { decodeJwt } from 'jose'
import { describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { personas, sessions, users } from '@/lib/db/schema'
import { blankContent } from '@/lib/personas/blank'
import { sessionGrant } from '@/lib/vendors/anam/session-grant'
import {
  anam,
  begin,
  control,
  later,
  lines,
  noFaults,
  openAtVendor,
  problemIn,
  recordOf,
  somebody,
} from '../testing/api'

describe('minting', () => {
  test('gives a verified person a token bound to the persona and the length the server chose', async () => {
    const person = somebody()
    const response = await person.mint({
      personaId: 'kenji',
      context: 'training',
      metadata: { topic: 'Brush strokes' },
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('server-timing')).toMatch(/^auth;.*ledger;.*vendor;/)
    const grant = sessionGrant.parse(await response.json())
    expect(grant).toMatchObject({ apiBaseUrl: anam.url, maxSessionSeconds: 600 })
    expect(Date.parse(grant.expiresAt) / 1_000).toBe(decodeJwt(grant.sessionToken).exp)
    expect(await person.rows()).toMatchObject([
      {
        id: grant.sessionId,
        status: 'issued',
        personaId: 'kenji',
        personaName: 'Kenji',
        context: 'training',
      },
    ])
    const record = await begin(grant.sessionToken)
    expect(await recordOf(record)).toMatchObject({
      clientLabel: grant.sessionId,
      personaConfig: {
        name: 'Kenji',
        maxSessionLengthSeconds: 600,
        languageCode: 'en',
        systemPrompt: expect.stringContaining('topic: "Brush strokes"'),
      },
    })
    await person.report(grant.sessionId, { event: 'ended' })
    await Promise.all(later)
  })

  test('an empty body means the first persona; a guest gets the shorter length', async () => {
    const guest = somebody(true)
    expect(await guest.grant()).toMatchObject({ maxSessionSeconds: 120 })
    expect(await guest.rows()).toMatchObject([{ personaId: 'mira', maxSeconds: 120 }])
  })

  test('logs no token, key or prompt', async () => {
    lines.splice(0)
    const grant = await somebody().grant()
    expect(lines.join()).toContain('"route":"/api/session-token"')
    for (const secret of [grant.sessionToken, anam.env.ANAM_API_KEY, 'café table', 'did:privy']) {
      expect(lines.join()).not.toContain(secret)
    }
  })

  test.each([
    [{ persona: 'mira' }, 'invalid_request', 'persona'],
    [{ personaId: 7 }, 'invalid_request', 'personaId'],
    [{ personaId: 'nobody' }, 'not_found', 'personaId'],
    [{ personaId: 'a\u0000b' }, 'invalid_request', 'personaId'],
    [{ context: 'kitchen' }, 'invalid_request', 'context'],
    [{ continues: 'the-last-one' }, 'invalid_request', 'continues'],
    [{ takeOver: 'yes' }, 'invalid_request', 'takeOver'],
    [{ metadata: { deep: {} } }, 'invalid_request', 'metadata.deep'],
    [['mira'], 'invalid_request', ''],
  ])('refuses %j and names the field', async (body, code, path) => {
    const person = somebody()
    const problem = await problemIn(await person.mint(body))
    expect(problem).toMatchObject({ code, errors: [{ path }] })
    expect(await person.rows()).toEqual([])
  })

  test('talks as a person’s own persona, which is missing for everybody else', async () => {
    const [owner, stranger] = [somebody(), somebody()]
    const open = await db()
    await open.insert(users).values({ id: owner.userId, isGuest: false })
    await open.insert(personas).values({
      id: 'own-1',
      ownerId: owner.userId,
      content: { ...blankContent, name: 'Nonna', language: 'it', systemPrompt: 'You cook.' },
    })
    await owner.grant({ personaId: 'own-1' })
    await open
      .update(personas)
      .set({ content: { ...blankContent, name: 'Nonna', systemPrompt: 'Cook.', voiceId: 'gone' } })
      .where(eq(personas.id, 'own-1'))
    const lost = await problemIn(await owner.mint({ personaId: 'own-1', takeOver: true }))
    expect(lost).toMatchObject({ code: 'invalid_request', errors: [{ path: 'voiceId' }] })
    expect(await owner.rows()).toMatchObject([{ personaName: 'Nonna' }])
    const refused = await problemIn(await stranger.mint({ personaId: 'own-1' }))
    const missing = await problemIn(await stranger.mint({ personaId: 'own-2' }))
    expect({ ...refused, requestId: '' }).toEqual({ ...missing, requestId: '' })
  })

  test.each([
    [{ status: 401 }, 'vendor_rejected_credentials'],
    [{ status: 402 }, 'vendor_out_of_credit'],
    [{ status: 429, error: 'Spend cap reached' }, 'vendor_out_of_credit'],
    [{ status: 429, error: 'Concurrent session limit reached', retryAfter: 33 }, 'vendor_busy'],
    [{ status: 500 }, 'vendor_error'],
    [{ status: 200, html: '<h1>Gateway</h1>' }, 'vendor_error'],
  ])('when Anam answers %j, nothing stays open and no allowance is lost', async (fault, code) => {
    await control('faults', { kind: 'session-token', message: 'inner words', ...fault })
    const person = somebody()
    const response = await person.mint()
    const problem = await problemIn(response)
    expect(problem.code).toBe(code)
    expect(JSON.stringify(problem)).not.toContain('inner words')
    if (response.status === 503) expect(response.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(await person.rows()).toMatchObject([{ status: 'failed', endReason: code }])
    await noFaults()
    expect((await person.mint()).status).toBe(200)
  })

  test('a second conversation waits for the first, with the seconds to wait', async () => {
    const person = somebody()
    await person.grant()
    const response = await person.mint()
    expect(await problemIn(response)).toMatchObject({ code: 'too_many_sessions', status: 429 })
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(80)
    expect(Number(response.headers.get('retry-after'))).toBeLessThanOrEqual(90)
  })

  test('a browser that leaves while Anam is slow leaves nothing open', async () => {
    await control('faults', { kind: 'session-token', delayMs: 400 })
    const person = somebody()
    const abort = new AbortController()
    const answer = person.mint({}, abort.signal)
    await vi.waitFor(async () => expect(await person.rows()).toHaveLength(1))
    abort.abort()
    await answer
    expect(await person.rows()).toMatchObject([{ status: 'failed', endReason: 'cancelled' }])
    await noFaults()
    expect((await person.mint()).status).toBe(200)
  })

  test('what ran on unseen is stopped even when the next mint fails', async () => {
    const person = somebody()
    const { sessionId, sessionToken } = await person.grant()
    const vendorSessionId = await begin(sessionToken)
    await (await db())
      .update(sessions)
      .set({ expiresAt: new Date(Date.now() - 1_000) })
      .where(eq(sessions.id, sessionId))
    await control('faults', { kind: 'session-token', status: 401 })
    expect((await person.mint()).status).toBe(502)
    await Promise.all(later)
    expect(await openAtVendor()).not.toContain(vendorSessionId)
  })

  test('an end that overtakes the mint wins: no token is handed out', async () => {
    await control('faults', { kind: 'session-token', delayMs: 400 })
    const person = somebody()
    const answer = person.mint()
    await vi.waitFor(async () => expect(await person.rows()).toHaveLength(1))
    const [row] = await person.rows()
    expect((await person.report(row?.id ?? '', { event: 'ended' })).status).toBe(204)
    expect((await answer).status).toBe(404)
    expect(await person.rows()).toMatchObject([{ status: 'ended', issuedAt: null }])
  })
})
