import { expect, test } from './stack'
import { readsFailureIn, seesIn, type Visit } from './visit'

/** As the visitor does it: the page hears of it. */
const closeTab = ({ page }: Visit) =>
  Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })])

test('closing the tab: ended for this reason', async ({ visit }) => {
  await visit.talk()
  await closeTab(visit)
  await expect.poll(() => visit.ledger()).toEqual(['ended: page_closed'])
})

test('closing the tab in the queue: nothing is left', async ({ visit }) => {
  await visit.vendor.allows(0)
  await visit.press('Start talking')
  await visit.sees('waiting')
  await closeTab(visit)
})

test('to another site in the middle of a talk, and back: at rest, and the next talk works', async ({
  visit,
}) => {
  await visit.talk()
  await visit.page.goto('about:blank')
  await visit.page.goBack()
  await visit.room.button('Start talking').or(visit.room.button('Talk again')).click()
  await visit.sees('live')
  await visit.end()
  await expect.poll(() => visit.ledger()).toEqual(['ended: page_closed', 'ended: visitor'])
})

test('into the back-forward cache and out of it: ended, and the next talk works', async ({
  visit,
}) => {
  await visit.talk()
  // Playwright turns the cache off; these are the events that a page in it gets.
  await visit.page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  })
  await visit.sees('ended')
  await expect.poll(() => visit.ledger()).toEqual(['ended: page_closed'])
  await visit.press('Talk again')
  await visit.sees('live')
  await visit.end()
})

test('a reload while the place is being reserved: the next start works, if need be in its place', async ({
  visit,
}) => {
  await visit.vendor.fails({ kind: 'session-token', delayMs: 3_000, times: 1 })
  await visit.press('Start talking')
  await visit.sees('preparing')
  await visit.page.reload()
  await expect(visit.room.button('Start talking')).toBeEnabled()
  await visit.press('Start talking')
  const takeOver = visit.room.button('End it and start here')
  const end = visit.room.button('End conversation')
  await expect(takeOver.or(end)).toBeVisible()
  if (await takeOver.isVisible()) await takeOver.click()
  await visit.sees('live')
  await visit.end()
})

test('a crash of the browser: too_many_sessions, and End it and start here', async ({ visit }) => {
  await visit.talk()
  // Nobody is left to report the end: what the browser has taken on never goes out.
  await visit.page.route('**/api/sessions/**', (route) => route.abort())
  await visit.page.evaluate(() => {
    navigator.sendBeacon = () => true
  })
  await visit.page.reload()
  await visit.page.unroute('**/api/sessions/**')
  await expect(visit.room.button('Start talking')).toBeEnabled()
  await visit.press('Start talking')
  await visit.readsFailure('too_many_sessions', 'End it and start here')
  await visit.press('End it and start here')
  await visit.sees('live')
  await visit.end()
  await expect.poll(() => visit.ledger()).toEqual(['ended: taken_over', 'ended: visitor'])
})

test('a second tab: too_many_sessions there, and the talk here goes on', async ({ visit }) => {
  await visit.talk()
  const other = await visit.secondTab()
  await other.button('Start talking').click()
  await seesIn(other, 'failed')
  await readsFailureIn(other, 'too_many_sessions', 'Try again')
  await visit.sees('live')
  await visit.end()
  await other.button('Try again').click()
  await seesIn(other, 'live')
  await other.button('End conversation').click()
  await seesIn(other, 'ended')
})

test('taken over in a second tab: live there, ended here and says why', async ({ visit }) => {
  await visit.talk()
  const other = await visit.secondTab()
  await other.button('Start talking').click()
  await seesIn(other, 'failed')
  await other.button('End it and start here').click()
  await seesIn(other, 'live')
  await visit.sees('ended')
  await expect(visit.room.stage()).toContainText(/another tab/)
  expect(await visit.vendor.open()).toHaveLength(1)
  await other.button('End conversation').click()
  await seesIn(other, 'ended')
  await expect.poll(() => visit.ledger()).toEqual(['ended: taken_over', 'ended: visitor'])
})

test('two tabs at the same moment: one talks, the other reads too_many_sessions', async ({
  visit,
}) => {
  const other = await visit.secondTab()
  const rooms = [visit.room, other]
  await Promise.all(rooms.map((room) => room.button('Start talking').click()))
  const phases = () => Promise.all(rooms.map((room) => room.stage().getAttribute('data-phase')))
  await expect.poll(async () => (await phases()).sort()).toEqual(['failed', 'live'])
  const [talking, refused] = (await phases())[0] === 'live' ? rooms : rooms.toReversed()
  if (!talking || !refused) throw new Error('There are two tabs')
  await readsFailureIn(refused, 'too_many_sessions', 'Try again')
  await talking.button('End conversation').click()
  await seesIn(talking, 'ended')
})
