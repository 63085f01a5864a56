import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { sessions } from '@/lib/db/schema'
import { problemBody } from '@/lib/http/problem'
import { identityEnv, identityToken } from '@/lib/http/testing/signed-identity'
import { faceGrant, faceRoute, hasFace, startFace } from './face'

/** What the routes put off until their response is sent. */
export const later: Promise<unknown>[] = []
vi.doMock('next/server', () => ({ after: (work: () => Promise<unknown>) => later.push(work()) }))

/** The vendor that the routes of this process talk to. */
export const anam = await startFace()
Object.assign(process.env, identityEnv, anam.env, {
  PGLITE_DIR: 'memory://',
  LIMIT_TOKENS_PER_HOUR: '4',
  VENDOR_LABELS: 'anam=practice',
})
const mintRoute = await faceRoute()
const { GET: ownSessionRoute, PATCH: sessionRoute } = await import('../sessions/[id]/route')

/** The lines logged so far. */
export const lines: string[] = []
const keep = (line: string) => void lines.push(line)
vi.spyOn(console, 'log').mockImplementation(keep)
vi.spyOn(console, 'error').mockImplementation(keep)

/** Makes the vendor behave as a test needs it. */
export const control = (path: string, body: unknown, method = 'POST') =>
  fetch(`${anam.url}/__sandbox/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  })
export const noFaults = () => control('faults', undefined, 'DELETE')

// PGlite's first start takes seconds where others use the cores, too.
beforeAll(async () => {
  await db()
}, 60_000)
afterAll(() => anam.close())
beforeEach(async () => {
  if (!hasFace) return
  await noFaults()
  await control('limit', { limit: 10 })
})

export const context = <P extends Record<string, string>>(params: P) => ({
  params: Promise.resolve(params),
})

let people = 0

/** A person with an own identity token, and what they can send. */
export function somebody(guest = false) {
  const userId = `did:privy:api-${people++}`
  const send = async (path: string, method: string, body?: unknown, signal?: AbortSignal) =>
    new Request(`http://localhost${path}`, {
      method,
      headers: {
        'privy-id-token': await identityToken({ userId, guest }),
        'content-type': 'application/json',
      },
      // A string is sent as it is: some bodies nobody could write with `JSON.stringify`.
      body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
      ...(signal && { signal }),
    })
  const mint = async (body?: unknown, signal?: AbortSignal) =>
    mintRoute(await send('/api/session-token', 'POST', body, signal), context({}))
  const grant = async (body?: unknown) => faceGrant.parse(await (await mint(body)).json())
  const report = async (id: string, event: unknown) =>
    sessionRoute(await send(`/api/sessions/${id}`, 'PATCH', event), context({ id }))
  return {
    userId,
    send,
    mint,
    grant,
    report,
    /** A conversation that runs, here and at the vendor. */
    async talk(body?: unknown) {
      const { sessionId, sessionToken } = await grant(body)
      const vendorSessionId = await begin(sessionToken)
      await report(sessionId, { event: 'live', vendorSessionId })
      return { sessionId, vendorSessionId }
    },
    read: async (id: string) =>
      ownSessionRoute(await send(`/api/sessions/${id}`, 'GET'), context({ id })),
    /** Their sessions in the ledger, oldest first. */
    rows: async () =>
      (await db())
        .select()
        .from(sessions)
        .where(eq(sessions.userId, userId))
        .orderBy(asc(sessions.createdAt)),
  }
}

export const problemIn = async (response: Response) => problemBody.parse(await response.json())

/** Begins the session at the vendor, as the browser's SDK does. */
export async function begin(sessionToken: string): Promise<string> {
  const response = await fetch(`${anam.url}/v1/engine/session`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${sessionToken}`, 'Content-Type': 'application/json' },
    body: '{}',
  })
  return (await response.json()).sessionId
}

/** What the vendor recorded of a session. */
export async function recordOf(vendorSessionId: string): Promise<unknown> {
  const response = await fetch(`${anam.url}/v1/sessions/${vendorSessionId}`, {
    headers: { Authorization: `Bearer ${anam.env.ANAM_API_KEY}` },
  })
  return response.json()
}

const state = async () => (await fetch(`${anam.url}/__sandbox/state`)).json()

/** Ids of what runs at the vendor. */
export async function openAtVendor(): Promise<string[]> {
  return (await state()).sessions.map((session: { id: string }) => session.id)
}

/** How often the vendor's routes of this name were called. */
export async function callsOf(route: string): Promise<number> {
  return (await state()).counters[route] ?? 0
}
