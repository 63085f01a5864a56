import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  authorizedFetch,
  forgetToken,
  identityToken,
  onSignOut,
  registerRefresher,
} from './authorized-fetch'

/** Lets in only the fresh token, as the server does once the cookie has died. */
let server: Server
let url: string
let undo: () => void

beforeEach(async () => {
  server = createServer((request, response) => {
    response.statusCode = request.headers['privy-id-token'] === 'fresh' ? 200 : 401
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterEach(() => {
  undo()
  forgetToken()
  server.close()
})

it('refreshes once for requests that are refused together, then repeats each', async () => {
  let refreshes = 0
  undo = registerRefresher(async () => {
    refreshes++
    await new Promise((resolve) => setTimeout(resolve, 20))
    return 'fresh'
  })
  const answers = await Promise.all([1, 2, 3].map(() => authorizedFetch(url)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(refreshes).toBe(1)
  expect((await authorizedFetch(url)).status, 'the fresh token is kept').toBe(200)
  expect(refreshes).toBe(1)
})

it.each([
  ['nobody is signed in', () => Promise.resolve(null)],
  ['Privy cannot be reached', () => Promise.reject(new Error('down'))],
])('answers the refusal when %s', async (_, refresher) => {
  undo = registerRefresher(refresher)
  expect((await authorizedFetch(url)).status).toBe(401)
})

it('forgets the token on signing out', async () => {
  undo = registerRefresher(async () => 'fresh')
  await authorizedFetch(url)
  forgetToken()
  undo()
  expect((await authorizedFetch(url)).status).toBe(401)
})

it('gives nobody a token that arrives after somebody has signed out', async () => {
  const arrive: ((token: string) => void)[] = []
  undo = registerRefresher(() => new Promise((resolve) => arrive.push(resolve)))
  const ofAda = authorizedFetch(url)
  await vi.waitFor(() => expect(arrive).toHaveLength(1))
  forgetToken()
  const ofBob = authorizedFetch(url)
  await vi.waitFor(() => expect(arrive).toHaveLength(2))
  arrive[0]?.('fresh')
  expect((await ofAda).status).toBe(401)
  arrive[1]?.('stale')
  expect((await ofBob).status, 'Ada’s token is not sent for Bob').toBe(401)
})

it('tells the identity: the token in hand, else the cookie’s, else a renewed one', async () => {
  let renewed = 0
  undo = registerRefresher(async () => `fresh-${++renewed}`)
  vi.stubGlobal('document', { cookie: 'theme=dark; privy-id-token=kept; privy-token=access' })
  expect(await identityToken()).toBe('kept')
  expect(await identityToken({ renew: true })).toBe('fresh-1')
  expect(await identityToken()).toBe('fresh-1')
  forgetToken()
  vi.stubGlobal('document', { cookie: 'privy-id-token=' })
  expect(await identityToken()).toBe('fresh-2')
  forgetToken()
  undo()
  expect(await identityToken()).toBeUndefined()
  vi.unstubAllGlobals()
})

it('tells no identity of somebody who signs out meanwhile', async () => {
  let arrive: (token: string) => void = () => {}
  undo = registerRefresher(() => new Promise((resolve) => (arrive = resolve)))
  vi.stubGlobal('document', { cookie: '' })
  const telling = identityToken()
  await Promise.resolve()
  forgetToken()
  arrive('fresh')
  expect(await telling).toBeUndefined()
  vi.unstubAllGlobals()
})

it('has whatever else is in memory forgotten on signing out', () => {
  let forgotten = 0
  undo = onSignOut(() => forgotten++)
  forgetToken()
  forgetToken()
  undo()
  forgetToken()
  expect(forgotten).toBe(2)
})
