import { ArmedFaults } from '@/sandbox/chat/armed-faults'
import type { StandIn, StandInOptions, StartStandIn } from '@/sandbox/stand-in'
import { chatRoutes } from './api/chat-routes'
import { controlRoutes } from './api/control-routes'
import { createGateway } from './api/server'
import { tokenRoutes } from './api/token-routes'
import type { Fault } from './faults/fault'
import { Journal } from './journal'
import type { Parts } from './parts'
import { ordinarySettings, type Settings } from './settings'
import { Tokens } from './token/tokens'

/** What tests may set besides; the launcher sets none of it. */
export interface AnimusOptions extends StandInOptions {
  settings?: Partial<Settings>
  /** Milliseconds since the epoch. */
  now?: () => number
}

const API_KEY = 'animus_sandbox_0000000000000000'

/** Starts the Animus stand-in on loopback. Everything lies under one origin: /auth, /v2 and /v3. */
export async function startAnimus(options: AnimusOptions): Promise<StandIn> {
  const { port, now = Date.now, log = () => {} } = options
  const parts: Parts = {
    apiKey: API_KEY,
    tokens: new Tokens(now),
    faults: new ArmedFaults<Fault>(),
    journal: new Journal(),
    settings: { ...ordinarySettings(), ...options.settings },
    now,
    log,
  }
  const routes = { ...tokenRoutes(parts), ...chatRoutes(parts), ...controlRoutes(parts) }
  const server = createGateway(routes, parts)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
  const address = server.address()
  const url = `http://localhost:${typeof address === 'object' && address ? address.port : port}`
  return {
    url,
    env: { ANIMUS_API_KEY: API_KEY, ANIMUS_API_URL: url },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** What the launcher calls. */
export const start: StartStandIn = (options) => startAnimus(options)
