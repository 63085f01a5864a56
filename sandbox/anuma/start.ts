import { ArmedFaults } from '@/sandbox/chat/armed-faults'
import type { StandIn, StandInOptions, StartStandIn } from '@/sandbox/stand-in'
import { accountRoutes } from './api/account-routes'
import { chatRoutes } from './api/chat-routes'
import { controlRoutes } from './api/control-routes'
import { modelRoutes } from './api/model-routes'
import { createPortal } from './api/server'
import { readUserKey } from './api/user-key'
import { DEFAULT_MODEL } from './catalogue/models'
import type { Fault } from './faults/fault'
import { Journal } from './journal'
import type { Parts } from './parts'
import { ordinaryPace, type Pace } from './stream/pace'

/** What tests may set besides; the launcher sets none of it. */
export interface AnumaOptions extends StandInOptions {
  /** PEM of the key that users' tokens are checked with, where there is no folder to find it in. */
  userKey?: string
  privyAppId?: string
  pace?: Partial<Pace>
  /** Milliseconds since the epoch. */
  now?: () => number
}

const API_KEY = 'anuma_test_sandbox_0000000000000000'
/** As the stand-in of Privy has it. */
const PRIVY_APP_ID = 'sandbox-app-0000000000000'

/** Starts the Anuma stand-in on loopback. */
export async function startAnuma(options: AnumaOptions): Promise<StandIn> {
  const { port, dataDir, userKey, privyAppId = PRIVY_APP_ID, now = Date.now } = options
  const parts: Parts = {
    apiKey: API_KEY,
    faults: new ArmedFaults<Fault>(),
    journal: new Journal(),
    pace: { ...ordinaryPace(), ...options.pace },
    userKey: () => userKey ?? readUserKey(dataDir),
    privyAppId,
    now,
    log: options.log ?? (() => {}),
  }
  const routes = {
    ...accountRoutes(parts),
    ...modelRoutes(parts),
    ...chatRoutes(parts),
    ...controlRoutes(parts),
  }
  const server = createPortal(routes, parts)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
  const address = server.address()
  const url = `http://localhost:${typeof address === 'object' && address ? address.port : port}`
  return {
    url,
    env: { ANUMA_API_KEY: API_KEY, ANUMA_API_URL: url, ANUMA_MODEL: DEFAULT_MODEL },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** What the launcher calls. */
export const start: StartStandIn = (options) => startAnuma(options)
