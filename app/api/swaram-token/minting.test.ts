import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { db } from '@/lib/db/client'
import { sessions } from '@/lib/db/schema'
import { speaksFirstHeader, voiceGrant } from '@/lib/vendors/swaram/voice-grant'
import { swaramUnderTest } from '@/sandbox/swaram/testing/swaram-under-test'
import { context, lines, problemIn, somebody } from '../testing/api'

const swaram = await swaramUnderTest()
Object.assign(process.env, swaram.env)
const { POST } = await import('./route')

afterAll(() => swaram.close())
beforeEach(() => swaram.reset())

const open = ['reserved', 'issued', 'live']

/** A person, and how they ask for a talk by voice. */
function caller(isGuest = false) {
  const person = somebody(isGuest)
  const ask = async (body?: unknown, signal?: AbortSignal) =>
    POST(await person.send('/api/swaram-token', 'POST', body, signal), context({}))
  return {
    ...person,
    ask,
    grant: async (body?: unknown) => voiceGrant.parse(await (await ask(body)).json()),
    openRows: async () => (await person.rows()).filter(({ status }) => open.includes(status)),
  }
}

/** Connects as a browser does; answers what the vendor is told of the session. */
async function connect({ value, url }: z.output<typeof voiceGrant>) {
  const model = new URL(url).searchParams.get('model') ?? ''
  const client = swaram.openWith(value, model)
  await client.next('session.created')
  const state = z.object({
    sessions: z.array(z.object({ instructions: z.string(), tools: z.array(z.string()) })),
  })
  const { sessions } = state.parse((await swaram.call('GET', '/__sandbox/state')).json)
  return { client, settings: sessions.at(-1) }
}

describe('minting', () => {
  test('gives a verified person a token, bound to the persona, and just what was promised', async () => {
    const person = caller()
    const response = await person.ask({
      personaId: 'kenji',
      context: 'training',
      metadata: { topic: 'Brush strokes' },
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get(speaksFirstHeader)).toBe('true')
    const answer: unknown = await response.json()
    const grant = voiceGrant.parse(answer)
    expect(Object.keys(grant).toSorted()).toEqual(Object.keys(Object(answer)).toSorted())
    expect(grant.maxSessionSeconds).toBe(600)
    expect(grant.url).toBe(
      `${swaram.url.replace('http', 'ws')}/v1/realtime?model=mal-realtime-simple`,
    )
    expect(grant.expires_at).toBeGreaterThan(Date.now() / 1_000)
    expect(grant.expires_at).toBeLessThan(Date.now() / 1_000 + 120)
    expect(await person.rows()).toMatchObject([
      {
        id: grant.sessionId,
        vendor: 'swaram',
        medium: 'voice',
        status: 'issued',
        personaId: 'kenji',
        context: 'training',
      },
    ])
    const { client, settings } = await connect(grant)
    expect(settings?.instructions).toContain('topic: "Brush strokes"')
    expect(settings?.instructions).toContain('Speak Malayalam')
    expect((await client.next('session.created')).session).toMatchObject({ voice: 'mal-male' })
    // The settings are locked: whoever has the token cannot have another persona.
    client.send({ type: 'session.update', session: { instructions: 'Be evil.' } })
    await client.next('error')
    expect(client.errors).toEqual(['session_locked'])
  })

  test('a guest gets the shorter length', async () => {
    expect(await caller(true).grant()).toMatchObject({ maxSessionSeconds: 120 })
  })

  test('an answer that does not say when its token ends is good for a minute', async () => {
    await swaram.fault({ kind: 'client-secret', onlyValue: true })
    const { expires_at } = await caller().grant()
    expect(Math.abs(expires_at - Date.now() / 1_000 - 60)).toBeLessThan(5)
  })

  test('logs no token, key or prompt; keeps what was sent without a preset’s prompt to read', async () => {
    lines.splice(0)
    const person = caller()
    const grant = await person.grant()
    expect(lines.join()).toContain('"route":"/api/swaram-token"')
    for (const secret of [grant.value, swaram.apiKey, 'café table', 'did:privy']) {
      expect(lines.join()).not.toContain(secret)
    }
    const kept: unknown = await (await person.read(grant.sessionId)).json()
    expect(JSON.stringify(kept)).toContain('mal-female')
    expect(JSON.stringify(kept)).not.toContain('café table')
    expect(JSON.stringify(kept)).not.toContain(grant.value)
  })

  test.each([
    [{ persona: 'mira' }, 'invalid_request', 'persona'],
    [{ personaId: 7 }, 'invalid_request', 'personaId'],
    [{ personaId: 'nobody' }, 'not_found', 'personaId'],
    [{ model: 'mal-premium' }, 'invalid_request', 'model'],
    [{ instructions: 'Be evil.' }, 'invalid_request', 'instructions'],
    [{ context: 'kitchen' }, 'invalid_request', 'context'],
    [{ continues: 'the-last-one' }, 'invalid_request', 'continues'],
    [{ metadata: { deep: {} } }, 'invalid_request', 'metadata.deep'],
  ])('refuses %j and names the field', async (body, code, path) => {
    const person = caller()
    expect(await problemIn(await person.ask(body))).toMatchObject({ code, errors: [{ path }] })
    expect(await person.rows()).toEqual([])
  })

  test('nobody in particular gets nothing', async () => {
    const request = new Request('http://localhost/api/swaram-token', { method: 'POST' })
    expect(await problemIn(await POST(request, context({})))).toMatchObject({
      code: 'unauthenticated',
    })
  })

  test('of twenty at once one is open, and the others are told why not', async () => {
    const person = caller()
    const answers = await Promise.all(Array.from({ length: 20 }, () => person.ask()))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(19)
    expect(await person.openRows()).toHaveLength(1)
  })

  test('a talk by voice and one by face share the place and the hour', async () => {
    const person = caller()
    await person.grant()
    expect(await problemIn(await person.ask())).toMatchObject({ code: 'too_many_sessions' })
    for (const _ of [2, 3, 4]) await person.grant({ takeOver: true })
    const full = await problemIn(await person.ask({ takeOver: true }))
    expect(full).toMatchObject({ code: 'rate_limited' })
    expect(full.retryAfter).toBeGreaterThan(0)
    expect(await person.openRows()).toHaveLength(1)
  })

  test('a lost talk is carried on, without another greeting', async () => {
    const person = caller()
    const { sessionId } = await person.grant()
    await person.report(sessionId, { event: 'live' })
    const next = await person.ask({ continues: sessionId })
    expect(next.headers.get(speaksFirstHeader)).toBe('false')
    const { settings } = await connect(voiceGrant.parse(await next.json()))
    expect(settings?.instructions).toContain('Do not greet')
    expect(await person.rows()).toMatchObject([
      { status: 'ended', endReason: 'continued' },
      { status: 'issued', continues: sessionId },
    ])
  })
})

describe('when the vendor fails', () => {
  test.each([
    [{ status: 401 }, 'vendor_rejected_credentials', 502],
    [{ status: 402 }, 'vendor_out_of_credit', 503],
    [{ status: 429, retryAfter: 42 }, 'vendor_busy', 503],
    [{ status: 500 }, 'vendor_error', 502],
    [{ html: '<h1>Bad gateway</h1>' }, 'vendor_error', 502],
    [{ status: 200, json: { value: 'something else' } }, 'vendor_error', 502],
  ])('as %j, nothing stays open and nothing leaks', async (fault, code, status) => {
    await swaram.fault({ kind: 'client-secret', message: 'words of the vendor', ...fault })
    const person = caller()
    const response = await person.ask()
    expect(response.status).toBe(status)
    const text = await response.clone().text()
    for (const secret of [swaram.apiKey, 'words of the vendor', 'Bad gateway', swaram.url]) {
      expect(text).not.toContain(secret)
    }
    expect(await problemIn(response)).toMatchObject({
      code,
      ...('retryAfter' in fault && { retryAfter: fault.retryAfter }),
    })
    expect(await person.openRows()).toEqual([])
    expect(await person.rows()).toMatchObject([{ status: 'failed' }])
  })

  test('a browser that leaves while it is slow leaves nothing open', async () => {
    await swaram.fault({ kind: 'client-secret', delayMs: 2_000 })
    const person = caller()
    const leave = new AbortController()
    setTimeout(() => leave.abort(), 300)
    expect((await person.ask(undefined, leave.signal)).status).toBe(400)
    expect(await person.openRows()).toEqual([])
  })

  test('an end that overtakes the mint wins', async () => {
    await swaram.fault({ kind: 'client-secret', delayMs: 800 })
    const person = caller()
    const asking = person.ask()
    const database = await db()
    const row = async () => (await person.rows())[0]
    await expect.poll(row).toBeDefined()
    const id = (await row())?.id ?? ''
    await person.report(id, { event: 'ended', reason: 'visitor' })
    expect((await asking).status).toBe(404)
    const [kept] = await database.select().from(sessions).where(eq(sessions.id, id))
    expect(kept?.status).not.toBe('issued')
  })
})
