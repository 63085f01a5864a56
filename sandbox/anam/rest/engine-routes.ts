import { z } from 'zod'
import { POD, SIGNALLING_PATH, TALK_PATH } from '../engine/pod'
import { TokenRefused } from '../token/session-token'
import type { SessionTokenRequest } from '../token/token-request'
import { bearerOf, ok, refuse } from './call'
import { faultAnswer } from './fault-answer'
import type { Router } from './router'
import { count, type StandInParts } from './stand-in-parts'

const startBody = z
  .object({
    personaConfig: z
      .undefined({ error: 'A session token carries its own personaConfig' })
      .optional(),
    sessionOptions: z.unknown().optional(),
    clientMetadata: z.record(z.string(), z.unknown()).optional(),
  })
  .default({})

const talkBody = z.object({ content: z.string() })
const metrics = z.union([
  z.object({ metrics: z.array(z.object({ name: z.string() })).max(50) }),
  z.object({ name: z.string() }).transform((metric) => ({ metrics: [metric] })),
])

/** What a browser calls: start a session, let it talk, report metrics (anam.md 1.2). */
export function addEngineRoutes(router: Router, parts: StandInParts) {
  const { tokens, sessions, faults, counters } = parts

  router.add('POST', '/v1/engine/session', async (call) => {
    count(parts, 'engine-session')
    const body = startBody.safeParse(await call.body())
    const token = bearerOf(call)
    if (!token) return refuse(401, 'Unauthorized', 'Missing session token')
    let request: SessionTokenRequest
    try {
      request = await tokens.redeem(token)
    } catch (error) {
      if (error instanceof TokenRefused) return refuse(401, 'Unauthorized', error.message)
      throw error
    }
    // Only a session that began uses the token up: the SDK repeats after a 503 with the same one.
    const struck = await faultAnswer(faults.takeHttp('engine-session', request.clientLabel))
    if (struck) {
      await tokens.restore(token)
      return struck
    }
    if (!body.success) {
      await tokens.restore(token)
      return refuse(400, 'Bad Request', 'Invalid request body')
    }
    if (sessions.isFull) {
      await tokens.restore(token)
      return refuse(
        429,
        'Concurrent session limit reached',
        `Your plan allows ${sessions.limit} concurrent sessions`,
      )
    }
    const host = new URL(parts.url).host
    const engineHost = `${host}${POD}`
    const { record } = sessions.start(request, engineHost, body.data.clientMetadata ?? {})
    return ok({
      sessionId: record.id,
      region: 'local',
      engineHost,
      engineProtocol: 'http',
      signallingEndpoint: SIGNALLING_PATH,
      clientConfig: {
        heartbeatIntervalSeconds: 5,
        maxWsReconnectionAttempts: 5,
        // The same under the names that the vendor's Kotlin SDK reads.
        expectedHeartbeatIntervalSecs: 5,
        maxWsReconnectAttempts: 5,
        iceServers: [],
      },
    })
  })

  router.add('POST', TALK_PATH, async (call) => {
    const session = sessions.find(call.query.get('session_id') ?? '')
    if (session?.engine.state !== 'live') return refuse(404, 'Not Found', 'Session not found')
    const body = talkBody.safeParse(await call.body())
    if (!body.success) return refuse(400, 'Bad Request', 'content must be a string')
    session.engine.conversation.say(body.data.content)
    return ok({})
  })

  router.add('POST', '/v1/metrics/client', async (call) => {
    const body = metrics.safeParse(await call.body())
    if (!body.success) return refuse(400, 'Bad Request', 'Invalid metrics')
    for (const { name } of body.data.metrics) {
      counters[`metric ${name}`] = (counters[`metric ${name}`] ?? 0) + 1
    }
    return ok({})
  })
}
