import type { AddressInfo } from 'node:net'
import type { StandIn, StartStandIn } from '../stand-in'
import { controlRoutes } from './control-routes'
import { emailRoutes } from './email-routes'
import { Faults } from './faults'
import { createHttpServer } from './http-server'
import { loadKeys } from './keys'
import { appId, appSecret, defaultSettings, testAccount } from './options'
import { serverRoutes } from './server-routes'
import { sessionRoutes } from './session-routes'
import { Store } from './store'

/** Starts the part of Privy's API that its SDKs use for email codes and guests, on loopback. */
export const start: StartStandIn = async ({ port, dataDir, log = () => {} }): Promise<StandIn> => {
  const keys = loadKeys(dataDir)
  const store = new Store(dataDir)
  const settings = { ...defaultSettings }
  const faults = new Faults(settings)
  const issuer = { store, keys, settings }
  const unknown: string[] = []
  const server = createHttpServer({
    routes: {
      ...serverRoutes(issuer),
      ...emailRoutes(issuer),
      ...sessionRoutes(issuer),
      ...controlRoutes(issuer, faults, unknown),
    },
    faults,
    save: () => store.save(),
    onUnknown: (request) => {
      unknown.push(request)
      log(`does not know ${request}`)
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address: AddressInfo | string | null = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  const url = `http://localhost:${bound}`
  return {
    url,
    env: {
      PRIVY_APP_ID: appId,
      PRIVY_VERIFICATION_KEY: keys.app.pem,
      PRIVY_APP_SECRET: appSecret,
      PRIVY_API_URL: url,
      PRIVY_SERVER_API_URL: url,
    },
    notes: [
      ['Sign in', `with any email; its code appears at ${url}`],
      ['', `or as ${testAccount.email} with the code ${testAccount.code}`],
    ],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
