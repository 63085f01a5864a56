import { type AnamEvent, ConnectionClosedCode, ErrorCode } from '@anam-ai/js-sdk'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { failureWords } from '@/lib/conversation/failure-copy'
import { endWords } from '@/lib/conversation/status-copy'
import type { CloseReason, TransportEvent } from '@/lib/conversation/transport'
import { openConnection } from './transport-connection'
import { startError } from './transport-errors'

const listeners = new Map<AnamEvent | string, (...told: unknown[]) => void>()

/** The SDK itself, but for a client that connects to nothing. */
vi.mock('@anam-ai/js-sdk', async (original) => ({
  ...(await original<typeof import('@anam-ai/js-sdk')>()),
  createClient: () => ({
    addListener: (event: string, hear: (...told: unknown[]) => void) => listeners.set(event, hear),
    registerToolCallHandler: () => {},
    streamToVideoElement: async () => {},
    stopStreaming: async () => {},
    getActiveSessionId: () => 'vendor-1',
  }),
}))

afterEach(() => vi.unstubAllGlobals())

const sentence = /^[A-Z].*[.]$/

/** What a connection tells when the SDK says that it was closed with this code. */
async function toldAfter(code: ConnectionClosedCode): Promise<TransportEvent[]> {
  const told: TransportEvent[] = []
  const video = Object.assign(Object.create(null), {
    id: 'persona-video',
    addEventListener() {},
    removeEventListener() {},
  })
  vi.stubGlobal('document', { getElementById: () => video })
  const sdk = await import('@anam-ai/js-sdk')
  const payload = Buffer.from('{"type":"ephemeral"}').toString('base64url')
  const grant = {
    sessionToken: `e30.${payload}.c2ln`,
    sessionId: 's-1',
    apiBaseUrl: 'http://localhost',
    expiresAt: '2030-01-01T00:00:00.000Z',
    maxSessionSeconds: 600,
  }
  const connection = await openConnection(sdk, grant, {
    video,
    microphone: Object.assign(Object.create(null), { getTracks: () => [] }),
    muted: false,
    holdMicrophone: () => false,
    onEvent: (event) => told.push(event),
    callTool: () => Promise.reject(new Error('No tools here')),
    signal: new AbortController().signal,
  })
  listeners.get(sdk.AnamEvent.CONNECTION_CLOSED)?.(code)
  await connection.close()
  return told
}

/** What the visitor reads then: at the start, and when the persona was there already. */
const readAfter: Record<CloseReason, string[]> = {
  server_ended: [endWords('server_ended', 'Mira')],
  connection_lost: [
    failureWords({ code: 'connection_failed' }, 'Mira').body,
    failureWords({ code: 'connection_lost' }, 'Mira').body,
  ],
}

describe('the visitor reads words', () => {
  it.each(Object.values(ErrorCode))('for the SDK’s error %s', (code) => {
    const { failure } = startError(Object.assign(new Error('Failed'), { code }))
    const { title, body } = failureWords(failure, 'Mira')
    expect(body).toMatch(sentence)
    expect(`${title} ${body}`).not.toContain(code)
  })

  it.each(Object.values(ConnectionClosedCode))('when the SDK closes with %s', async (code) => {
    const told = await toldAfter(code)
    expect(told).toHaveLength(1)
    const [closed] = told
    if (closed?.type !== 'closed') throw new Error('Nothing was said of the close')
    for (const words of readAfter[closed.reason]) expect(words).toMatch(sentence)
  })
})
