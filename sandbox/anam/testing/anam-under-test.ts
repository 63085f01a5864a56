import { z } from 'zod'
import { listAvatars } from '../catalogue/avatars'
import { listLlms } from '../catalogue/llms'
import { listVoices } from '../catalogue/voices'
import { type AnamOptions, startAnam } from '../start'

const [avatar] = listAvatars('')
const [voice] = listVoices('')
const [llm] = listLlms()

/** A persona that the stand-in accepts. */
export const PERSONA = {
  name: 'Maya',
  avatarId: avatar?.id ?? '',
  voiceId: voice?.id ?? '',
  llmId: llm?.id ?? '',
  systemPrompt: 'You are a barista in Bologna. You love old bicycles.',
  initialMessage: 'Good morning, I am Maya. Would you like a coffee?',
}

const started = z.object({
  sessionId: z.uuid(),
  engineHost: z.string(),
  engineProtocol: z.literal('http'),
  signallingEndpoint: z.string().startsWith('/'),
})
const state = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      clientLabel: z.string().nullable(),
      state: z.string(),
      framesSent: z.number(),
      mic: z.object({ heardSeconds: z.number(), speaking: z.boolean(), pieces: z.number() }),
      received: z.array(z.unknown()),
    }),
  ),
})

/** A stand-in in this process, and the calls that tests make most. */
export async function anamUnderTest(options: Omit<AnamOptions, 'port'> = {}) {
  const anam = await startAnam({ port: 0, ...options })
  const apiKey = anam.env.ANAM_API_KEY ?? ''

  async function call(
    method: string,
    path: string,
    body?: unknown,
    bearer: string | null = apiKey,
  ) {
    const response = await fetch(`${anam.url}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    const json: unknown = isJson ? JSON.parse(text) : undefined
    return { status: response.status, json, text, headers: response.headers }
  }

  const mint = async (persona: Record<string, unknown> = {}, clientLabel?: string) => {
    const body = { personaConfig: { ...PERSONA, ...persona }, ...(clientLabel && { clientLabel }) }
    const { json } = await call('POST', '/v1/auth/session-token', body)
    return z.object({ sessionToken: z.string() }).parse(json).sessionToken
  }
  const redeem = (token: string) => call('POST', '/v1/engine/session', {}, token)

  return {
    ...anam,
    call,
    mint,
    redeem,
    /** Mints and redeems: a session handed out, not yet connected. */
    async session(persona: Record<string, unknown> = {}, clientLabel?: string) {
      return started.parse((await redeem(await mint(persona, clientLabel))).json)
    },
    state: async () => state.parse((await call('GET', '/__sandbox/state')).json),
  }
}

export type AnamUnderTest = Awaited<ReturnType<typeof anamUnderTest>>
