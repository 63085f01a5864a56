import type { Page } from '@playwright/test'
import { expect, test } from './stack'
import { Visit } from './visit'

/** Holds requests to this address back until the answer is called. */
async function hold(page: Page, url: string) {
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(url, async (route) => {
    await gate
    await route.continue().catch(() => {})
  })
  return release
}

test('a double click starts one session', async ({ visit }) => {
  await visit.room.button('Start talking').dblclick()
  await visit.sees('live')
  expect(visit.sessions).toHaveLength(1)
  await visit.end()
})

test('cancel while the place is being reserved', async ({ visit }) => {
  await visit.fault({ kind: 'session-token', delayMs: 2_000 })
  await visit.press('Start talking')
  await visit.sees('preparing')
  await visit.press('Cancel')
  await visit.sees('idle')
  // The late answer is a session too: it has to be ended, not forgotten.
  await expect.poll(() => visit.sessions.length).toBe(1)
})

test('cancel while connecting, and the next start works', async ({ visit }) => {
  const release = await hold(visit.page, '**/v1/engine/session')
  await visit.press('Start talking')
  await visit.sees('connecting')
  await visit.press('Cancel')
  await visit.sees('idle')
  release()
  await visit.page.unroute('**/v1/engine/session')
  await visit.talk()
  await visit.end()
})

test('cancel while the browser asks for the microphone', async ({ visit }) => {
  await visit.page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => new Promise(() => {})
  })
  await visit.press('Start talking')
  await visit.sees('preparing')
  await visit.press('Cancel')
  await visit.sees('idle')
})

for (const phase of ['preparing', 'connecting', 'live', 'reconnecting', 'ended'] as const) {
  test(`leaving for another page while ${phase}`, async ({ visit }) => {
    const { page } = visit
    if (phase === 'preparing') await visit.fault({ kind: 'session-token', delayMs: 1_500 })
    if (phase === 'connecting') await visit.fault({ kind: 'slow-start', delayMs: 5_000 })
    await visit.press('Start talking')
    if (phase === 'reconnecting') {
      await visit.sees('live')
      await visit.fault({ kind: 'session-token', hang: true })
      await visit.fault({ kind: 'engine-dead' })
    }
    if (phase === 'ended') {
      await visit.sees('live')
      await visit.press('End conversation')
    }
    await visit.sees(phase)
    await page.getByRole('link', { name: 'Vis-à-Vis' }).first().click()
    await expect(page).toHaveURL(/\/$/)
  })
}

test('closing the tab', async ({ visit }) => {
  await visit.talk()
  await visit.page.close({ runBeforeUnload: true })
})

test('back and forward: the room is at rest, and the next talk works', async ({ visit }) => {
  await visit.talk()
  await visit.page.goto('/')
  await visit.page.goBack()
  const again = visit.room.button('Start talking').or(visit.room.button('Talk again'))
  await again.click()
  await visit.sees('live')
  await visit.end()
})

test('a reload while the place is reserved: end it and start here', async ({ visit }) => {
  await visit.talk()
  // As a browser that crashed: nobody reports the end.
  await visit.page.route('**/api/sessions/**', (route) => route.abort())
  await visit.page.reload()
  await visit.page.unroute('**/api/sessions/**')
  await expect(visit.room.button('Start talking')).toBeEnabled()
  await visit.press('Start talking')
  await visit.sees('failed').catch(() => {})
  const takeOver = visit.room.button('End it and start here')
  if (await takeOver.isVisible()) await takeOver.click()
  await visit.sees('live')
  await visit.end()
})

test('in a second tab: it is told, takes over, and the first one says so', async ({
  visit,
  context,
}) => {
  await visit.talk()
  const other = new Visit(await context.newPage(), visit.stack)
  await other.open()
  await other.press('Start talking')
  await other.readsFailure('too_many_sessions', 'End it and start here')
  await visit.sees('live')
  await other.press('End it and start here')
  await other.sees('live')
  await visit.sees('ended')
  await expect(visit.page.getByText(/another tab|elsewhere/i).first()).toBeVisible()
  await other.end()
  await other.leavesNothing()
})
