import { ZodError, z } from 'zod'
import { page, readPaging } from '../catalogue/paging'
import type { StartedSession } from '../engine/sessions'
import { withApiKey } from './api-key'
import { type Answer, type Call, ok, type Route, refuse } from './call'
import { faultAnswer } from './fault-answer'
import type { Router } from './router'
import { sessionView, transcriptView } from './session-views'
import { count, type StandInParts } from './stand-in-parts'
import { validationError } from './validation-error'

/** `/v1/sessions`: list, one, transcript, stop, concurrency. */
export function addSessionRoutes(router: Router, parts: StandInParts) {
  const { sessions, faults } = parts
  const guarded = (route: Route) =>
    withApiKey(parts, async (call: Call) => {
      count(parts, 'sessions')
      return (await faultAnswer(faults.takeHttp('sessions'))) ?? (await route(call))
    })
  const withSession = (use: (session: StartedSession) => Answer): Route =>
    guarded(({ params: { id = '' } }) => {
      if (!z.uuid().safeParse(id).success) return refuse(400, 'Bad Request', 'Invalid session ID')
      const session = sessions.find(id)
      return session ? use(session) : refuse(404, 'Not Found', 'Session not found')
    })

  router.add(
    'GET',
    '/v1/sessions',
    guarded(({ query }) => {
      try {
        const paging = readPaging(query)
        const matching = sessions.all
          .map(sessionView)
          .filter(({ id, clientLabel }) => `${id} ${clientLabel}`.includes(paging.search))
        return ok(page(matching, paging))
      } catch (error) {
        if (error instanceof ZodError) return validationError(error)
        throw error
      }
    }),
  )
  router.add(
    'GET',
    '/v1/sessions/concurrency',
    guarded(() => {
      const active = sessions.open.length
      const canStartSession = active < sessions.limit
      const estimatedWaitSeconds = canStartSession ? 0 : (sessions.estimatedWaitSeconds ?? null)
      return ok({ limit: sessions.limit, active, canStartSession, estimatedWaitSeconds })
    }),
  )
  router.add(
    'GET',
    '/v1/sessions/:id',
    withSession((session) =>
      ok({ ...sessionView(session), toolCalls: session.engine.conversation.toolCalls.records }),
    ),
  )
  router.add(
    'GET',
    '/v1/sessions/:id/transcript',
    withSession((session) => ok(transcriptView(session))),
  )
  router.add(
    'POST',
    '/v1/sessions/:id/stop',
    withSession(({ engine }) => {
      if (engine.state === 'ended') return refuse(404, 'Not Found', 'Session is not running')
      engine.end('CLOSED_BY_ENGINE', 'Session was stopped')
      return ok({})
    }),
  )
}
