import { eq } from 'drizzle-orm'
import { decodeJwt } from 'jose'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { messages, personas, sessions, users } from '@/lib/db/schema'
import { problemBody } from '@/lib/http/problem'
import { identityEnv, identityToken } from '@/lib/http/testing/signed-identity'
import { presetCards } from '@/lib/personas/cards'
import { sessionGrant } from '@/lib/vendors/anam/session-grant'
import { startAnam } from '@/sandbox/anam/start'

/** What the routes put off until their response is sent. */
const later = vi.hoisted((): Promise<unknown>[] => [])
vi.mock('next/server', () => ({ after: (work: () => Promise<unknown>) => later.push(work()) }))

const anam = await startAnam({ port: 0 })
Object.assign(process.env, identityEnv, anam.env, {
  PGLITE_DIR: 'memory://',
  LIMIT_TOKENS_PER_HOUR: '4',
  VENDOR_LABELS: 'anam=practice',
})
const { POST: mintRoute } = await import('./session-token/route')
const { GET: ownSessionRoute, PATCH: sessionRoute } = await import('./sessions/[id]/route')
const { GET: healthRoute } = await import('./health/route')
const { GET: pictureRoute } = await import('../avatars/[avatarId]/picture/route')

const lines: string[] = []
const keep = (line: string) => void lines.push(line)
vi.spyOn(console, 'log').mockImplementation(keep)
vi.spyOn(console, 'error').mockImplementation(keep)

const control = (path: string, body: unknown, method = 'POST') =>
  fetch(`${anam.url}/__sandbox/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  })

afterAll(() => anam.close())
beforeEach(async () => {
  await control('faults', undefined, 'DELETE')
  await control('limit', { limit: 10 })
})

const context = <P extends Record<string, string>>(params: P) => ({
  params: Promise.resolve(params),
})

let people = 0

/** A person with an own identity token, and what they can send. */
function somebody(guest = false) {
  const userId = `did:privy:api-${people++}`
  const send = async (path: string, method: string, body: unknown, signal?: AbortSignal) =>
    new Request(`http://localhost${path}`, {
      method,
      headers: {
        'privy-id-token': await identityToken({ userId, guest }),
        'content-type': 'application/json',
      },
      body: body === undefined ? null : JSON.stringify(body),
      ...(signal && { signal }),
    })
  const mint = async (body?: unknown, signal?: AbortSignal) =>
    mintRoute(await send('/api/session-token', 'POST', body, signal), context({}))
  return {
    userId,
    mint,
    grant: async (body?: unknown) => sessionGrant.parse(await (await mint(body)).json()),
    report: async (id: string, event: unknown) =>
      sessionRoute(await send(`/api/sessions/${id}`, 'PATCH', event), context({ id })),
    read: async (id: string) =>
      ownSessionRoute(await send(`/api/sessions/${id}`, 'GET', undefined), context({ id })),
    async rows() {
      return (await db()).select().from(sessions).where(eq(sessions.userId, userId))
    },
  }
}

const problemIn = async (response: Response) => problemBody.parse(await response.json())

/** Begins the session at the vendor, as the browser's SDK does. */
async function begin(sessionToken: string): Promise<string> {
  const response = await fetch(`${anam.url}/v1/engine/session`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${sessionToken}`, 'Content-Type': 'application/json' },
    body: '{}',
  })
  return (await response.json()).sessionId
}

async function openAtVendor(): Promise<string[]> {
  const state = await (await fetch(`${anam.url}/__sandbox/state`)).json()
  return state.sessions.map((session: { id: string }) => session.id)
}

describe('minting', () => {
  test('gives a verified person a token bound to the persona and the length the server chose', async () => {
    const person = somebody()
    const response = await person.mint({ personaId: 'kenji', metadata: { from: 'test' } })
    expect(response.status).toBe(200)
    expect(response.headers.get('server-timing')).toMatch(/^auth;.*ledger;.*vendor;/)
    const grant = sessionGrant.parse(await response.json())
    expect(grant).toMatchObject({ apiBaseUrl: anam.url, maxSessionSeconds: 600 })
    expect(Date.parse(grant.expiresAt) / 1_000).toBe(decodeJwt(grant.sessionToken).exp)
    expect(await person.rows()).toMatchObject([
      { id: grant.sessionId, status: 'issued', personaId: 'kenji', personaName: 'Kenji' },
    ])
    const record = await begin(grant.sessionToken)
    const seen = await fetch(`${anam.url}/v1/sessions/${record}`, {
      headers: { Authorization: `Bearer ${anam.env.ANAM_API_KEY}` },
    })
    expect(await seen.json()).toMatchObject({
      clientLabel: grant.sessionId,
      personaConfig: { name: 'Kenji', maxSessionLengthSeconds: 600, languageCode: 'en' },
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
      config: {
        name: 'Nonna',
        tagline: '',
        language: 'it',
        systemPrompt: 'You cook.',
        greeting: null,
        cast: { kind: 'stock', avatar: 3, gender: 'female', voice: 0 },
        room: 'clay',
        openingLines: [],
      },
    })
    await owner.grant({ personaId: 'own-1' })
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
    await control('faults', undefined, 'DELETE')
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
    await control('faults', undefined, 'DELETE')
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

describe('reporting', () => {
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
    [{ event: 'ended', reason: 'because of <b>' }, 'reason'],
    [
      { event: 'ended', messages: Array(501).fill({ role: 'user', content: '', at: 0 }) },
      'messages',
    ],
  ])('refuses a bad report and names the field (%#)', async (event, path) => {
    const problem = await problemIn(await somebody().report('some-id', event))
    expect(problem).toMatchObject({ code: 'invalid_request', errors: [{ path }] })
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

test('health names the database and the state of each vendor', async () => {
  const response = await healthRoute(new Request('http://localhost/api/health'), context({}))
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({
    status: 'ok',
    database: 'ok',
    vendors: { anam: 'practice' },
  })
})

describe('reading', () => {
  test('tells the owner what the ledger says, and nobody else that there is anything', async () => {
    const [owner, stranger] = [somebody(), somebody()]
    const { sessionId } = await owner.grant({ personaId: 'omar' })
    const response = await owner.read(sessionId)
    expect(await response.json()).toMatchObject({ status: 'issued', personaId: 'omar' })
    const refusals = [await stranger.read(sessionId), await owner.read('a\u0000b')]
    for (const refused of refusals) expect((await problemIn(refused)).code).toBe('not_found')
  })
})

describe('pictures', () => {
  const picture = (avatarId: string) =>
    pictureRoute(new Request('http://localhost/'), context({ avatarId }))

  test('every preset has one, from our own address', async () => {
    for (const { pictureUrl } of await presetCards()) {
      const response = await picture(pictureUrl?.split('/')[2] ?? '')
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('image/webp')
      expect(response.headers.get('cache-control')).toBe('public, max-age=86400, s-maxage=86400')
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1_000)
    }
  })

  test('an id that is not in the catalogue is not fetched', async () => {
    expect((await picture('../../v1/sessions')).status).toBe(404)
  })
})
