import { expect, signIn, test } from './fixtures'
import { ledgerEntry } from './ledger'
import { Room } from './room'
import { vendorSessions } from './stand-ins'

test('closing the tab ends the session at the vendor and in the ledger', async ({
  page,
  context,
}) => {
  await signIn(page)
  const room = new Room(page)
  const { sessionId } = await room.start()
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => vendorSessions(sessionId)).toEqual([])
  const again = await context.newPage()
  await again.goto('/talk')
  await expect.poll(() => ledgerEntry(again, sessionId)).toMatchObject({ status: 'ended' })
})

test('a double press starts one session', async ({ page }) => {
  await signIn(page)
  const room = new Room(page)
  const mints: string[] = []
  page.on(
    'request',
    (request) => request.url().endsWith('/api/session-token') && mints.push(request.method()),
  )
  await room.button('Start talking').dblclick()
  await expect(room.button('End conversation')).toBeVisible()
  expect(mints).toEqual(['POST'])
  await room.end()
})

test('cancelling while connecting leaves nothing open, and the next start works', async ({
  page,
}) => {
  await signIn(page)
  const room = new Room(page)
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/v1/engine/session', async (route) => {
    await gate
    await route.continue()
  })
  const minted = page.waitForResponse('**/api/session-token')
  await room.button('Start talking').click()
  const { sessionId } = await (await minted).json()
  await room.button('Cancel').click()
  await expect(room.button('Start talking')).toBeVisible()
  release()
  await expect.poll(() => ledgerEntry(page, sessionId)).toMatchObject({ status: 'ended' })
  // What was held back reaches the vendor now, after all: the server looks again, and stops it.
  await page.waitForTimeout(1_500)
  await expect.poll(() => vendorSessions(sessionId)).toEqual([])
  await page.unroute('**/v1/engine/session')
  await room.start()
  await room.end()
})

test('leaving the page in the middle of a talk ends it', async ({ page }) => {
  await signIn(page)
  const room = new Room(page)
  const { sessionId } = await room.start()
  await page.goto('/')
  await expect.poll(() => vendorSessions(sessionId)).toEqual([])
  await expect.poll(() => ledgerEntry(page, sessionId)).toMatchObject({ status: 'ended' })
})

test('a second tab is told that a conversation is open elsewhere', async ({ page, context }) => {
  await signIn(page)
  const room = new Room(page)
  const { sessionId } = await room.start()
  const other = new Room(await context.newPage())
  await other.page.goto('/talk')
  await other.button('Start talking').click()
  await expect(other.page.getByText('too_many_sessions')).toBeVisible()
  expect(await vendorSessions(sessionId)).toHaveLength(1)
  await room.end()
})
