import { test } from './stack'

test('offline before the start: words, and it works when the network is back', async ({
  visit,
}) => {
  await visit.page.context().setOffline(true)
  await visit.press('Start talking')
  await visit.readsFailure('offline')
  await visit.page.context().setOffline(false)
  await visit.press('Try again')
  await visit.sees('live')
  await visit.end()
})

test('the identity is gone: the way to sign in, and back', async ({ visit }) => {
  await visit.page.context().clearCookies()
  await visit.press('Start talking')
  await visit.readsFailure('unauthenticated', 'Sign in', 40_000)
})

test('the identity expires during a talk: its end is told all the same', async ({ visit }) => {
  await visit.talk()
  const cookies = await visit.page.context().cookies()
  await visit.page.context().clearCookies()
  await visit.end()
  await visit.page.context().addCookies(cookies)
})
