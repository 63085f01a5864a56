import { sessionSettings } from '../engine/session-settings'
import { sessionTokenRequest } from '../token/token-request'
import { withApiKey } from './api-key'
import { ok } from './call'
import { faultAnswer } from './fault-answer'
import type { Router } from './router'
import { count, type StandInParts } from './stand-in-parts'
import { validationError } from './validation-error'

/** `POST /v1/auth/session-token` (anam.md 2.1). */
export function addTokenRoutes(router: Router, parts: StandInParts) {
  const { faults, tokens, synthesiser, studio, log } = parts
  router.add(
    'POST',
    '/v1/auth/session-token',
    withApiKey(parts, async (call) => {
      count(parts, 'session-token')
      const parsed = sessionTokenRequest.safeParse(await call.body())
      const label = parsed.data?.clientLabel
      const struck = await faultAnswer(faults.takeHttp('session-token', label))
      if (struck) return struck
      if (!parsed.success) return validationError(parsed.error)
      const settings = sessionSettings(parsed.data)
      const greeting = settings.initialMessage
      // So that the first frame and the first words are ready when the visitor is.
      studio.warm(settings.avatar, settings.size).catch((error) => log(String(error)))
      if (greeting && !settings.skipGreeting) synthesiser.prepare(greeting, settings.voice)
      return ok({ sessionToken: await tokens.mint(parsed.data) })
    }),
  )
}
