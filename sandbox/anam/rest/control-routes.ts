import { z } from 'zod'
import { faultList, type LiveFault } from '../faults/fault'
import { ok, type Route, refuse } from './call'
import type { Router } from './router'
import type { StandInParts } from './stand-in-parts'
import { validationError } from './validation-error'

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/
const limitBody = z.strictObject({
  limit: z.number().int().min(0).max(1_000),
  /** The guess that a full vendor gives; none when left out. */
  estimatedWaitSeconds: z.number().min(0).optional(),
})
const toolCallBody = z.strictObject({
  /** The sessions in which it is called; all that are open when left out. */
  clientLabel: z.string().optional(),
  name: z.string(),
  arguments: z.unknown(),
})
const isLive = (kind: string): kind is LiveFault['kind'] =>
  ['ws-drop', 'engine-dead', 'server-end', 'warning'].includes(kind)

/** A page of another site must not reach this by a name that it made resolve to this machine. */
const onLoopback =
  (route: Route): Route =>
  (call) =>
    LOOPBACK.test(call.headers.host ?? '')
      ? route(call)
      : refuse(403, 'Forbidden', 'Only from this machine')

/** `/__sandbox`: what tests see and cause. */
export function addControlRoutes(router: Router, parts: StandInParts) {
  const { faults, sessions, counters, studio } = parts

  const state = () => ({
    limit: sessions.limit,
    sessions: sessions.open.map(({ record, engine }) => ({
      id: record.id,
      clientLabel: engine.clientLabel ?? null,
      state: engine.state,
      framesSent: engine.framesSent,
      mic: { ...engine.microphone, speaking: engine.conversation.visitorSpeaks },
      received: engine.received,
    })),
    counters,
    faults: faults.list,
    drawn: studio.usage(),
    memory: process.memoryUsage(),
    cpu: process.cpuUsage(),
  })

  const liveSessions = (clientLabel: string | undefined) =>
    sessions.open.filter(
      ({ engine }) =>
        engine.state === 'live' &&
        (clientLabel === undefined || clientLabel === engine.clientLabel),
    )

  /** Strikes the open sessions in scope; what finds none waits for the next one. */
  function arm(fault: LiveFault) {
    const inScope = liveSessions(fault.clientLabel)
    for (const { engine } of inScope) engine.strike(fault)
    if (inScope.length === 0) faults.arm({ ...fault, times: fault.times ?? 1 })
  }

  router.add(
    'GET',
    '/__sandbox/state',
    onLoopback(() => ok(state())),
  )
  router.add(
    'POST',
    '/__sandbox/faults',
    onLoopback(async (call) => {
      const body = faultList.safeParse(await call.body())
      if (!body.success) return validationError(body.error)
      for (const fault of body.data) {
        if (isLive(fault.kind) && 'afterMs' in fault) arm(fault)
        else faults.arm(fault)
      }
      return ok({ faults: faults.list })
    }),
  )
  router.add(
    'DELETE',
    '/__sandbox/faults',
    onLoopback(() => {
      faults.clear()
      return ok({})
    }),
  )
  router.add(
    'POST',
    '/__sandbox/tool-call',
    onLoopback(async (call) => {
      const body = toolCallBody.safeParse(await call.body())
      if (!body.success) return validationError(body.error)
      const { clientLabel, ...request } = body.data
      const inScope = liveSessions(clientLabel)
      for (const { engine } of inScope) engine.conversation.callTool(request)
      return ok({ sessions: inScope.length })
    }),
  )
  router.add(
    'POST',
    '/__sandbox/limit',
    onLoopback(async (call) => {
      const body = limitBody.safeParse(await call.body())
      if (!body.success) return validationError(body.error)
      sessions.limit = body.data.limit
      sessions.estimatedWaitSeconds = body.data.estimatedWaitSeconds
      return ok({ limit: sessions.limit })
    }),
  )
}
