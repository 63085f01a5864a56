import { z } from 'zod'
import type { Plan, Sessions } from '../engine/sessions'
import type { VoiceSession } from '../engine/voice-session'
import { type Fault, faultList } from '../faults/fault'
import type { Faults } from '../faults/faults'
import { type ClientSecrets, TOKEN_LIFE } from '../token/client-secrets'
import { type Call, ok, refuse } from './call'
import type { Routes } from './routes'
import { firstIssue } from './validation'

/** The session that is meant; all that are open when left out. */
const sessionId = z.string().optional()
const toolCallBody = z.strictObject({ sessionId, name: z.string(), arguments: z.unknown() })
const sayBody = z.strictObject({ sessionId, text: z.string().min(1).max(20_000) })
const planBody = z.strictObject({
  connections: z.number().int().min(0).max(1_000).optional(),
  /** Seconds of speech that are paid for. */
  creditSeconds: z.number().min(0).optional(),
  pace: z.number().min(0.1).max(10_000).optional(),
})

export interface ControlParts {
  sessions: Sessions
  secrets: ClientSecrets
  faults: Faults
  /** The usual one, to which an empty request goes back. */
  plan: Plan
}

const view = (session: VoiceSession) => {
  const { id, settings, ear, conversation } = session
  return {
    id,
    model: settings.model,
    voice: settings.voice,
    instructions: settings.instructions,
    tools: settings.tools.map(({ name }) => name),
    bytesHeard: ear.bytesHeard,
    secondsHeard: ear.secondsHeard,
    microphone: { ...ear.loudness, speaking: ear.speaking },
    turns: conversation.turns,
    replies: conversation.replies,
    said: conversation.said,
    replying: conversation.replying,
    toolCalls: conversation.toolCalls,
    pendingCalls: conversation.pendingCalls,
    received: session.received,
  }
}

/** `/__sandbox`: what tests see and cause. */
export function addControlRoutes(routes: Routes, parts: ControlParts) {
  const { sessions, secrets, faults, plan } = parts

  function arm(fault: Fault) {
    if (fault.kind === 'dialect') sessions.dialect = fault.dialect
    else if (fault.kind === 'token-life') secrets.life = { ...secrets.life, ...life(fault) }
    else if (fault.kind === 'close' && fault.afterMs !== undefined) {
      if (!sessions.strike(fault)) faults.arm({ ...fault, times: fault.times ?? 1 })
    } else faults.arm(fault)
  }

  /** Runs `work` on the sessions in scope; the body is checked first. */
  async function inSessions<T extends { sessionId?: string | undefined }>(
    call: Call,
    schema: z.ZodType<T>,
    work: (session: VoiceSession, body: T) => void,
  ) {
    const { data, error } = schema.safeParse(await call.body())
    if (error) return refuse(400, 'invalid_request', firstIssue(error).message)
    const inScope = sessions.open.filter(({ id }) => [undefined, id].includes(data.sessionId))
    for (const session of inScope) work(session, data)
    return ok({ sessions: inScope.length })
  }

  routes.add('GET', '/__sandbox/state', () =>
    ok({
      plan: sessions.plan,
      dialect: sessions.dialect,
      tokenLife: secrets.life,
      sessions: sessions.open.map(view),
      closed: sessions.closed,
      counters: routes.counters,
      faults: faults.list,
      memory: process.memoryUsage(),
    }),
  )
  routes.add('POST', '/__sandbox/faults', async (call) => {
    const { data, error } = faultList.safeParse(await call.body())
    if (error) return refuse(400, 'invalid_request', z.prettifyError(error))
    for (const fault of data) arm(fault)
    return ok({ faults: faults.list })
  })
  routes.add('DELETE', '/__sandbox/faults', () => {
    faults.clear()
    sessions.dialect = 'minimal'
    secrets.life = TOKEN_LIFE
    return ok({})
  })
  routes.add('POST', '/__sandbox/plan', async (call) => {
    const { data, error } = planBody.safeParse(await call.body())
    if (error) return refuse(400, 'invalid_request', firstIssue(error).message)
    sessions.plan = {
      connections: data.connections ?? plan.connections,
      creditSeconds: data.creditSeconds ?? plan.creditSeconds,
      pace: data.pace ?? plan.pace,
    }
    return ok({ plan: sessions.plan })
  })
  routes.add('POST', '/__sandbox/tool-call', (call) =>
    inSessions(call, toolCallBody, ({ conversation }, { name, arguments: args }) =>
      conversation.call({ name, arguments: args }),
    ),
  )
  routes.add('POST', '/__sandbox/say', (call) =>
    inSessions(call, sayBody, ({ conversation }, { text }) => conversation.say(text)),
  )
}

const life = ({ seconds, uses }: Extract<Fault, { kind: 'token-life' }>) => ({
  ...(seconds !== undefined && { seconds }),
  ...(uses !== undefined && { uses }),
})
