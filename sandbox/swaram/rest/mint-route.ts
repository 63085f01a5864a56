import type { Faults } from '../faults/faults'
import { bearerOf, isApiKey } from '../token/api-key'
import type { ClientSecrets } from '../token/client-secrets'
import { mintRequest } from '../token/mint-request'
import { effective } from '../token/session-settings'
import { ok, refuse } from './call'
import { faultAnswer } from './fault-answer'
import type { Routes } from './routes'
import { firstIssue } from './validation'

/** `POST /v1/realtime/client_secrets` (reference A2). The key is looked at before the body. */
export function addMintRoute(routes: Routes, secrets: ClientSecrets, faults: Faults) {
  routes.add('POST', '/v1/realtime/client_secrets', async (call) => {
    const fault = faults.takeMint()
    const struck = await faultAnswer(fault)
    if (struck) return struck
    const given = bearerOf(call.headers.authorization)
    if (given === undefined || !isApiKey(given)) {
      return refuse(401, 'invalid_api_key', 'Invalid or missing API key')
    }
    if (!/^application\/json\b/i.test(call.headers['content-type'] ?? '')) {
      return refuse(415, 'invalid_request', 'Content-Type must be application/json')
    }
    const { data, error } = mintRequest.safeParse(await call.body())
    if (error) {
      const { param, message } = firstIssue(error)
      return refuse(400, 'invalid_request', message, param)
    }
    const { value, expiresAt } = secrets.mint(data)
    if (fault?.onlyValue) return ok({ value })
    return ok({
      value,
      expires_at: Math.floor(expiresAt / 1_000),
      session: effective(data.model, data.session),
    })
  })
}
