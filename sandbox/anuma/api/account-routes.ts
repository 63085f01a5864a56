import type { Parts } from '../parts'
import { bearerOf, payerOf } from './auth'
import { isAnsweredByFault } from './fault-answer'
import { type Routes, sendJson } from './http'

const LIFETIME_CREDITS = 5_000
const WALLET = '0x5a4d50a05a4d50a05a4d50a05a4d50a05a4d50a0'

export function accountRoutes(parts: Parts): Routes {
  const { faults, journal } = parts
  return {
    'GET /health': ({ response }) => sendJson(response, 200, { status: 'ok' }),
    'GET /api/v1/me': async ({ request, response }) => {
      const user = bearerOf(request, parts)
      if (await isAnsweredByFault(faults.take('account'), response)) return
      sendJson(response, 200, { client_id: user, scopes: ['inference'], user_address: WALLET })
    },
    'GET /api/v1/credits/balance': async ({ request, response }) => {
      payerOf(request, parts)
      if (await isAnsweredByFault(faults.take('account'), response)) return
      const used = journal.counters.creditsUsed ?? 0
      sendJson(response, 200, {
        available_credits: Math.max(0, LIFETIME_CREDITS - used),
        lifetime_credits: LIFETIME_CREDITS,
        subscription_tier: 'basic',
        wallet_address: WALLET,
      })
    },
  }
}
