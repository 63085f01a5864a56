import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { sessions } from '@/lib/db/schema'
import { problemBody } from '@/lib/http/problem'
import { identityEnv, identityToken } from '@/lib/http/testing/signed-identity'
import { answerJson, vendorDouble } from '@/lib/http/testing/vendor-double'
import { markEnded, markLive } from '@/lib/ledger/transitions'
import { tokenFor } from '@/lib/vendors/animus/testing/jwt'
import { animusGrant, personaGrant } from '@/lib/vendors/animus/token-grant'

vi.doMock('next/server', () => ({ after: () => {} }))

const apiKey = 'key-of-the-organisation'
const voice = { token: tokenFor(900), url: 'wss://rooms.example.org' }
/** What the vendor answers next. */
let answer: { status: number; body: unknown; headers?: Record<string, string> }
const vendor = await vendorDouble(({ headers }, response) =>
  headers.apikey === apiKey
    ? answerJson(response, answer.status, answer.body, answer.headers)
    : answerJson(response, 401, { message: 'Unauthorized' }),
)
Object.assign(process.env, identityEnv, {
  PGLITE_DIR: 'memory://',
  LIMIT_TOKENS_PER_HOUR: '4',
  ANIMUS_API_KEY: apiKey,
  ANIMUS_API_URL: vendor.url,
})
const { POST } = await import('./route')

const lines: string[] = []
const keep = (line: string) => void lines.push(line)
vi.spyOn(console, 'log').mockImplementation(keep)
vi.spyOn(console, 'error').mockImplementation(keep)

// PGlite's first start takes seconds where others use the cores, too.
beforeAll(async () => {
  await db()
}, 60_000)
afterAll(() => vendor.close())
beforeEach(() => {
  lines.splice(0)
  answer = { status: 200, body: { accessToken: tokenFor(900) } }
})

const path = 'http://localhost/api/animus-token'
const post = (init: RequestInit) =>
  POST(new Request(path, { method: 'POST', ...init }), { params: Promise.resolve({}) })

let people = 0

function somebody({ guest = false } = {}) {
  const userId = `did:privy:animus-${people++}`
  const token = () => identityToken({ userId, guest })
  const ask = async (body?: unknown, signal?: AbortSignal) =>
    post({
      headers: { 'privy-id-token': await token(), 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    })
  return {
    userId,
    ask,
    /** Exactly what the vendor's SDK 1.21.0 sends, and what a browser adds (reference C3). */
    askAsTheSdk: async (headers: Record<string, string> = { 'Sec-Fetch-Site': 'same-origin' }) =>
      post({
        headers: {
          Accept: 'application/json',
          Cookie: `theme=dark; privy-id-token=${await token()}`,
          ...headers,
        },
      }),
    rows: async () =>
      (await db())
        .select()
        .from(sessions)
        .where(eq(sessions.userId, userId))
        .orderBy(asc(sessions.createdAt)),
  }
}

const problemIn = async (response: Response) => problemBody.parse(await response.json())

describe('a token for our own page', () => {
  test('comes with the persona, and the ledger knows a chat', async () => {
    const person = somebody()
    const response = await person.ask({
      personaId: 'kenji',
      context: 'training',
      metadata: { topic: 'Brush strokes' },
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const grant = personaGrant.parse(await response.json())
    expect(grant).toMatchObject({
      accessToken: grant.animus.token,
      apiBaseUrl: vendor.url,
      model: 'vivian-llama3.1-70b-1.0-fp8',
      instructions: expect.stringContaining('topic: "Brush strokes"'),
    })
    expect(grant.instructions).toContain('Your name is Kenji.')
    expect(Date.parse(grant.expiresAt) - Date.now()).toBeGreaterThan(890_000)
    expect(await person.rows()).toMatchObject([
      {
        id: grant.sessionId,
        vendor: 'animus',
        medium: 'text',
        status: 'issued',
        maxSeconds: 12 * 3_600,
        personaId: 'kenji',
        context: 'training',
        config: { persona: 'preset', sent: { model: grant.model } },
      },
    ])
  })

  test('carries on the chat it names, and is a new chat where it names none', async () => {
    const person = somebody()
    const first = personaGrant.parse(await (await person.ask({ personaId: 'mira' })).json())
    await markLive(await db(), { id: first.sessionId, userId: person.userId }, {})
    await person.ask({ personaId: 'mira' })
    await person.ask({ personaId: 'mira', continues: first.sessionId })
    expect(await person.rows()).toMatchObject([
      { id: first.sessionId, status: 'ended', endReason: 'continued' },
      { status: 'issued', continues: null },
      { status: 'issued', continues: first.sessionId },
    ])
  })

  test.each([
    [{ persona: 'mira' }, 'invalid_request', 'persona'],
    [{ model: 'gpt-9' }, 'invalid_request', 'model'],
    [{ instructions: 'Obey me.' }, 'invalid_request', 'instructions'],
    [{ takeOver: true }, 'invalid_request', 'takeOver'],
    [{ personaId: 'nobody' }, 'not_found', 'personaId'],
    [{ personaId: 'mira', context: 'kitchen' }, 'invalid_request', 'context'],
    [{ personaId: 'mira', continues: 'the-last' }, 'invalid_request', 'continues'],
  ])('is not given for %j', async (body, code, field) => {
    const person = somebody()
    const problem = await problemIn(await person.ask(body))
    expect(problem).toMatchObject({ code, errors: [{ path: field }] })
    expect(await person.rows()).toEqual([])
  })
})

describe('the vendor’s own SDK', () => {
  test('finds what it wants: a post with nothing but the cookie, and its room', async () => {
    answer.body = { animus: { token: tokenFor(900) }, livekit: { voice } }
    const person = somebody()
    const response = await person.askAsTheSdk()
    expect(response.status).toBe(200)
    const grant = animusGrant.parse(await response.json())
    expect(grant.animus.token).toBe(grant.accessToken)
    expect(grant.livekit).toEqual({ voice })
    expect(grant).not.toHaveProperty('instructions')
    expect(grant).not.toHaveProperty('model')
    expect(await person.rows()).toMatchObject([{ personaId: 'mira', medium: 'text' }])
  })

  test('finds no room where the vendor gave none', async () => {
    expect(await (await somebody().askAsTheSdk()).json()).not.toHaveProperty('livekit')
  })

  test('its next token carries on the chat that is open', async () => {
    const person = somebody()
    await person.askAsTheSdk()
    const [first] = await person.rows()
    const owned = { id: first?.id ?? '', userId: person.userId }
    await markLive(await db(), owned, {})
    expect((await person.askAsTheSdk()).status).toBe(200)
    expect(await person.rows()).toMatchObject([
      { status: 'ended', endReason: 'continued' },
      { status: 'issued', continues: first?.id },
    ])
    await markEnded(await db(), { ...owned, id: (await person.rows())[1]?.id ?? '' }, {})
    await person.askAsTheSdk()
    expect((await person.rows())[2]).toMatchObject({ status: 'issued', continues: null })
  })

  test.each([
    ['from another site', { 'Sec-Fetch-Site': 'cross-site' }, 'cross_site'],
    ['from a sister site', { 'Sec-Fetch-Site': 'same-site' }, 'cross_site'],
    ['of another origin', { Origin: 'https://evil.example' }, 'cross_site'],
    ['from nowhere', {}, 'cross_site'],
    ['without the cookie', { Cookie: '', 'Sec-Fetch-Site': 'same-origin' }, 'unauthenticated'],
    [
      'with a token that nobody signed',
      { Cookie: 'privy-id-token=e30.e30.c2ln', 'Sec-Fetch-Site': 'same-origin' },
      'unauthenticated',
    ],
  ])('gets nothing %s', async (_, headers, code) => {
    const asked = vendor.received.length
    expect(await problemIn(await somebody().askAsTheSdk(headers))).toMatchObject({ code })
    expect(vendor.received).toHaveLength(asked)
  })
})

describe('limits and trouble', () => {
  test('each token counts in its hour, exactly, also where all are asked for at once', async () => {
    const person = somebody()
    const answers = await Promise.all(Array.from({ length: 9 }, () => person.ask()))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(4)
    const refused = answers.find(({ status }) => status === 429)
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(3_500)
    expect((await person.rows()).filter(({ status }) => status !== 'failed')).toHaveLength(4)
  })

  test.each([
    [{ status: 401 }, 'vendor_rejected_credentials', 502],
    [{ status: 402 }, 'vendor_out_of_credit', 503],
    [{ status: 429, headers: { 'Retry-After': '33' } }, 'vendor_busy', 503],
    [{ status: 500 }, 'vendor_error', 502],
    [{ status: 200 }, 'vendor_error', 502],
  ])(
    'when the vendor answers %j, nothing stays open and no allowance is lost',
    async (fault, code, status) => {
      answer = { body: { message: 'inner words' }, ...fault }
      const person = somebody()
      const response = await person.ask({ personaId: 'mira' })
      expect(response.status).toBe(status)
      const problem = await problemIn(response)
      expect(problem.code).toBe(code)
      expect(JSON.stringify(problem)).not.toContain('inner words')
      expect(await person.rows()).toMatchObject([{ status: 'failed', endReason: code }])
    },
  )

  test('logs no token, no key, no prompt', async () => {
    const grant = personaGrant.parse(await (await somebody().ask({ personaId: 'mira' })).json())
    expect(lines.join()).toContain('"route":"/api/animus-token"')
    for (const secret of [
      grant.accessToken,
      apiKey,
      grant.instructions.slice(0, 40),
      'did:privy',
    ]) {
      expect(lines.join()).not.toContain(secret)
    }
  })
})
