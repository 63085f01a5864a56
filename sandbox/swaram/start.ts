import type { StandIn, StandInOptions, StartStandIn } from '@/sandbox/stand-in'
import { PLAN, type Plan, Sessions } from './engine/sessions'
import { acceptConnections } from './engine/upgrade'
import { Faults } from './faults/faults'
import { addControlRoutes } from './rest/control-routes'
import { addMintRoute } from './rest/mint-route'
import { Routes } from './rest/routes'
import { createRestServer } from './rest/server'
import { API_KEY } from './token/api-key'
import { ClientSecrets } from './token/client-secrets'

/** What tests may set besides; the launcher sets none of it. */
export interface SwaramOptions extends StandInOptions {
  /** The clock of token lifetimes, in ms since the epoch. */
  now?: () => number
  plan?: Partial<Plan>
}

/** Starts the Swaram stand-in on loopback: `SWARAM_API_URL` over HTTP, `/v1/realtime` over WebSocket. */
export async function startSwaram(options: SwaramOptions): Promise<StandIn> {
  const { now = Date.now, log = () => {} } = options
  const faults = new Faults()
  const plan = { ...PLAN, ...options.plan }
  const sessions = new Sessions(plan, faults, log)
  const secrets = new ClientSecrets(now)
  const routes = new Routes()
  addMintRoute(routes, secrets, faults)
  addControlRoutes(routes, { sessions, secrets, faults, plan })
  const server = createRestServer(routes, log)
  const count = (what: string) => routes.count(what)
  const sockets = acceptConnections(server, { sessions, secrets, count })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', () => resolve())
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  const url = `http://localhost:${port}`

  return {
    url,
    env: { SWARAM_API_KEY: API_KEY, SWARAM_API_URL: url },
    async close() {
      sessions.endAll()
      sockets.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** What the launcher calls. */
export const start: StartStandIn = (options) => startSwaram(options)
