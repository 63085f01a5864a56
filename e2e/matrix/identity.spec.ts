import { expect, test } from './stack'
import type { Visit } from './visit'

const cookie = 'privy-id-token'

/** The identity token's life is over, as after an hour; Privy's own session is another matter. */
async function outliveIdentity({ page }: Visit) {
  const context = page.context()
  const known = (await context.cookies()).find(({ name }) => name === cookie)
  if (!known) throw new Error('There is no identity cookie')
  const [head, , signature] = known.value.split('.')
  const claims = { sub: 'did:privy:expired', iat: 1, exp: 2, linked_accounts: '[]' }
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
  await context.addCookies([{ ...known, value: `${head}.${payload}.${signature}` }])
}

test.describe('with a session at Privy', () => {
  test.use({ visitor: 'by code' })

  test('the identity expires before the start: renewed unseen, and the talk begins', async ({
    visit,
  }) => {
    await outliveIdentity(visit)
    await visit.press('Start talking')
    await visit.sees('live', 25_000)
    await visit.end()
  })

  test('the identity expires during the talk: renewed, and the end is told', async ({ visit }) => {
    await visit.talk()
    await outliveIdentity(visit)
    await visit.end()
    await expect.poll(() => visit.ledger()).toEqual(['ended: visitor'])
  })
})

test('the identity expires and nobody is signed in at Privy: unauthenticated, and the way to sign in', async ({
  visit,
}) => {
  await outliveIdentity(visit)
  await visit.press('Start talking')
  await visit.readsFailure('unauthenticated', 'Sign in', 30_000)
  await visit.page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await expect(visit.page.getByRole('textbox', { name: 'Email' })).toBeVisible()
})

test('offline before the start: offline, and Try again works when the network is back', async ({
  visit,
}) => {
  visit.expectsErrors(/net::ERR_INTERNET_DISCONNECTED/)
  await visit.page.context().setOffline(true)
  await visit.press('Start talking')
  await visit.readsFailure('offline')
  await visit.page.context().setOffline(false)
  await visit.press('Try again')
  await visit.sees('live')
  await visit.end()
})

test('offline between the place and the session: words, and Try again works', async ({ visit }) => {
  visit.expectsErrors(/net::ERR_INTERNET_DISCONNECTED/)
  await visit.page.route('**/v1/engine/session', async (route) => {
    await visit.page.context().setOffline(true)
    await route.abort('internetdisconnected')
  })
  await visit.press('Start talking')
  await visit.sees('failed')
  await visit.page.unroute('**/v1/engine/session')
  await visit.page.context().setOffline(false)
  await visit.press('Try again')
  await visit.sees('live')
  await visit.end()
})

test('the token is used up before the page comes to it: another one is asked for unseen', async ({
  visit,
}) => {
  await visit.page.route(
    '**/api/session-token',
    async (route) => {
      const response = await route.fetch()
      const grant = await response.json()
      const spent = await fetch(`${grant.apiBaseUrl}/v1/engine/session`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${grant.sessionToken}`,
        },
        body: '{}',
      })
      expect(spent.ok).toBe(true)
      await route.fulfill({ response, json: grant })
    },
    { times: 1 },
  )
  await visit.press('Start talking')
  await visit.sees('live')
  await expect.poll(() => visit.ledger()).toEqual(['ended: failed', 'live: null'])
  await visit.end()
})
