import { z } from 'zod'
import { type SwaramOptions, startSwaram } from '../start'
import { VoiceClient, type VoiceClientOptions } from './voice-client'

const minted = z.object({ value: z.string() })
const state = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      model: z.string(),
      voice: z.string(),
      bytesHeard: z.number(),
      secondsHeard: z.number(),
      microphone: z.object({ rms: z.number(), peakRms: z.number(), speaking: z.boolean() }),
      turns: z.number(),
      replies: z.number(),
      said: z.array(z.string()),
      replying: z.boolean(),
      pendingCalls: z.array(z.string()),
      received: z.array(z.unknown()),
    }),
  ),
  closed: z.array(z.object({ id: z.string(), code: z.number(), seconds: z.number() })),
  counters: z.record(z.string(), z.number()),
})

/** The settings that the documents show. */
export const SESSION = { instructions: 'You are a friendly assistant.', voice: 'mal-female' }
export const MODEL = 'mal-realtime-simple'

/** A stand-in in this process, and the calls that tests make most. */
export async function swaramUnderTest(options: Omit<SwaramOptions, 'port'> = {}) {
  const swaram = await startSwaram({ port: 0, ...options })
  const apiKey = swaram.env.SWARAM_API_KEY ?? ''
  const clients: VoiceClient[] = []

  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = { authorization: `Bearer ${apiKey}` },
  ) {
    const response = await fetch(`${swaram.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    const json: unknown = isJson ? JSON.parse(text) : undefined
    return { status: response.status, json, text, headers: response.headers }
  }

  const mintWith = (body: unknown) => call('POST', '/v1/realtime/client_secrets', body)

  /** A token for these settings; none in it when they are null. */
  async function mint(session: Record<string, unknown> | null = SESSION, model = MODEL) {
    const { json } = await mintWith({ model, ...(session && { session }) })
    return minted.parse(json).value
  }

  function open(options?: VoiceClientOptions) {
    const client = new VoiceClient(swaram.url, options)
    clients.push(client)
    return client
  }

  return {
    ...swaram,
    apiKey,
    call,
    mintWith,
    mint,
    open,
    /** As a browser does it, with a token as the subprotocol; nothing has come yet. */
    openWith: (token: string, model: string = MODEL) =>
      open({ query: { model }, protocols: ['realtime', `openai-insecure-api-key.${token}`] }),
    /** Minted, connected, and greeted with `session.created`. */
    async connect(session: Record<string, unknown> | null = SESSION, model: string = MODEL) {
      const client = this.openWith(await mint(session, model), model)
      await client.next('session.created')
      return client
    },
    fault: (fault: unknown) => call('POST', '/__sandbox/faults', fault),
    state: async () => state.parse((await call('GET', '/__sandbox/state')).json),
    /** Between tests: no faults, no connections, the usual plan. */
    async reset() {
      await Promise.all(clients.splice(0).map((client) => client.close()))
      await call('DELETE', '/__sandbox/faults')
      await call('POST', '/__sandbox/plan', {})
    },
  }
}

export type SwaramUnderTest = Awaited<ReturnType<typeof swaramUnderTest>>
