import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { replies, sessions } from '@/lib/db/schema'
import { problemBody } from '@/lib/http/problem'
import { identityEnv, identityToken } from '@/lib/http/testing/signed-identity'
import { startAnuma } from '@/sandbox/anuma/start'

/** What the routes put off until their response is sent. */
export const later: Promise<unknown>[] = []
vi.doMock('next/server', () => ({ after: (work: () => Promise<unknown>) => later.push(work()) }))

const anuma = await startAnuma({ port: 0, pace: { firstMs: 0, wordsPerSecond: 0 } })
Object.assign(process.env, identityEnv, anuma.env, {
  PGLITE_DIR: 'memory://',
  LIMIT_CHAT_REPLIES_PER_HOUR: '60',
  LIMIT_GUEST_CHAT_REPLIES_PER_HOUR: '2',
})
const { POST: chatRoute } = await import('@/app/api/chat/route')
const { PATCH: sessionRoute } = await import('@/app/api/sessions/[id]/route')

/** The lines logged so far. */
export const lines: string[] = []
const keep = (line: string) => void lines.push(line)
vi.spyOn(console, 'log').mockImplementation(keep)
vi.spyOn(console, 'error').mockImplementation(keep)

/** Makes the vendor behave as a test needs it. */
export const control = (path: string, body: unknown, method = 'POST') =>
  fetch(`${anuma.url}/__sandbox/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  })

/** What befalls the next reply. */
export const fault = (what: Record<string, unknown>) =>
  control('faults', { kind: 'chat', times: 1, ...what })

interface Entry {
  headers: string[]
  payer?: string
  model?: string
  toolChoice?: unknown
  paidTools?: boolean
  format?: string
  maxTokens?: number
  messages?: number
  system?: string
  outcome?: string
  firstByteAt?: number
  leftAt?: number
}

/** What was asked of the vendor, oldest first, and how many streams are open there. */
export async function atVendor(): Promise<{ requests: Entry[]; openStreams: number }> {
  return (await fetch(`${anuma.url}/__sandbox/state`)).json()
}

/** What the vendor was asked last. */
export const lastAtVendor = async () => (await atVendor()).requests.at(-1)

// PGlite's first start takes seconds where others use the cores, too.
beforeAll(async () => {
  await db()
}, 60_000)
afterAll(() => anuma.close())
beforeEach(async () => {
  await control('faults', undefined, 'DELETE')
  await control('pace', { firstMs: 0, wordsPerSecond: 0 })
})

const context = <P extends Record<string, string>>(params: P) => ({
  params: Promise.resolve(params),
})

let people = 0

/** A person with an own identity token, and what they can send. */
export function somebody(guest = false) {
  const userId = `did:privy:chat-${people++}`
  const request = async (path: string, method: string, body: unknown, signal?: AbortSignal) =>
    new Request(`http://localhost${path}`, {
      method,
      headers: {
        'privy-id-token': await identityToken({ userId, guest }),
        'content-type': 'application/json',
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...(signal && { signal }),
    })
  const post = async (body: unknown, signal?: AbortSignal) =>
    chatRoute(await request('/api/chat', 'POST', body, signal), context({}))
  return {
    userId,
    /** Sends this body as it is. */
    post,
    /** Says this, and whatever else belongs to the body. */
    say: (text: string, more: Record<string, unknown> = {}, signal?: AbortSignal) =>
      post({ messages: [{ role: 'user', content: text }], ...more }, signal),
    report: async (id: string, event: unknown) =>
      sessionRoute(await request(`/api/sessions/${id}`, 'PATCH', event), context({ id })),
    sessions: async () => (await db()).select().from(sessions).where(eq(sessions.userId, userId)),
    replies: async () => (await db()).select().from(replies).where(eq(replies.userId, userId)),
  }
}

export const problemIn = async (response: Response) => problemBody.parse(await response.json())

/** A read of one reply: its words, and how it ended. */
export async function replyIn(response: Response) {
  const body = await response.text()
  const events = [...body.matchAll(/^event: (\w+)\ndata: (.*)$/gm)].map(([, name, data]) => ({
    name: name ?? '',
    data: JSON.parse(data ?? ''),
  }))
  const wordsOf = (wanted: string) =>
    events
      .filter(({ name }) => name === wanted)
      .map(({ data }) => data.text)
      .join('')
  return {
    events,
    text: wordsOf('delta'),
    reasoning: wordsOf('reasoning'),
    end: events.at(-1),
  }
}
