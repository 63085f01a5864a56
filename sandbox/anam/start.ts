import type { StandIn, StandInOptions, StartStandIn } from '@/sandbox/stand-in'
import { ORGANIZATION_ID } from './catalogue/avatars'
import { REAPING, type Reaping } from './engine/reaping'
import { Sessions } from './engine/sessions'
import { openStudio } from './face/studio'
import { Faults } from './faults/faults'
import { addCatalogueRoutes } from './rest/catalogue-routes'
import { addControlRoutes } from './rest/control-routes'
import { addEngineRoutes } from './rest/engine-routes'
import { addPictureRoutes } from './rest/picture-routes'
import { Router } from './rest/router'
import { addSampleRoutes } from './rest/sample-routes'
import { createRestServer } from './rest/server'
import { addSessionRoutes } from './rest/session-routes'
import type { StandInParts } from './rest/stand-in-parts'
import { addTokenRoutes } from './rest/token-routes'
import { acceptSignalling } from './rest/upgrade'
import { Synthesiser } from './speech/synthesiser'
import { SessionTokens } from './token/session-token'

/** What tests may set besides; the launcher sets none of it. */
export interface AnamOptions extends StandInOptions {
  reaping?: Partial<Reaping>
  /** The clock of token lifetimes and records, in ms since the epoch. */
  now?: () => number
}

const API_KEY = 'local-anam-key'

/** Starts the Anam stand-in on loopback. */
export async function startAnam(options: AnamOptions): Promise<StandIn> {
  const { now = Date.now, log = () => {} } = options
  const synthesiser = new Synthesiser()
  const studio = await openStudio()
  const faults = new Faults()
  const reaping = { ...REAPING, ...options.reaping }
  const sessions = new Sessions({ synthesiser, studio, faults, reaping, now, log })
  const tokens = new SessionTokens(ORGANIZATION_ID, now)
  const router = new Router()
  const server = createRestServer(router, log)
  const sockets = acceptSignalling(server, sessions)

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', () => resolve())
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  const url = `http://localhost:${port}`

  const parts: StandInParts = {
    url,
    apiKey: API_KEY,
    tokens,
    sessions,
    faults,
    synthesiser,
    studio,
    counters: {},
    now,
    log,
  }
  addTokenRoutes(router, parts)
  addEngineRoutes(router, parts)
  addCatalogueRoutes(router, parts)
  addPictureRoutes(router, parts)
  addSampleRoutes(router, parts)
  addSessionRoutes(router, parts)
  addControlRoutes(router, parts)
  synthesiser.warm()

  return {
    url,
    env: { ANAM_API_KEY: API_KEY, ANAM_API_URL: url },
    async close() {
      sessions.endAll('The server is shutting down')
      sockets.close()
      server.closeAllConnections()
      await Promise.all([
        new Promise<void>((resolve) => server.close(() => resolve())),
        synthesiser.close(),
        studio.close(),
      ])
    },
  }
}

/** What the launcher calls. */
export const start: StartStandIn = (options) => startAnam(options)
