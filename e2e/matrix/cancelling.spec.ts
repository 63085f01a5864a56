import { leaveMicrophoneUnanswered, openedMicrophones } from './microphones'
import { expect, test } from './stack'

test('a double click on Start: one session', async ({ visit }) => {
  await visit.room.button('Start talking').dblclick()
  await visit.sees('live')
  expect(visit.sessions).toHaveLength(1)
  await visit.end()
})

test('Cancel while the browser asks for the microphone: at rest, and a late yes opens nothing', async ({
  visit,
}) => {
  const allow = await leaveMicrophoneUnanswered(visit.page)
  await visit.press('Start talking')
  await visit.sees('preparing')
  await visit.press('Cancel')
  await visit.sees('idle')
  await allow()
  await expect.poll(() => openedMicrophones(visit.page)).toBeGreaterThan(0)
})

test('Cancel while the place is being reserved: at rest, and the late answer is given back', async ({
  visit,
}) => {
  await visit.vendor.fails({ kind: 'session-token', delayMs: 1_500 })
  await visit.press('Start talking')
  await visit.sees('preparing')
  await visit.press('Cancel')
  await visit.sees('idle')
  await expect.poll(() => visit.sessions.length).toBe(1)
  await expect.poll(() => visit.ledger()).toEqual(['ended: cancelled'])
})

test('Cancel while connecting: at rest, what reaches the vendor late is stopped, and the next start works', async ({
  visit,
}) => {
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const address = '**/v1/engine/session'
  await visit.page.route(address, async (route) => {
    await gate
    await route.continue()
  })
  const asked = visit.page.waitForRequest(address)
  await visit.press('Start talking')
  await visit.sees('connecting')
  // Only now is something on its way that a cancel cannot call back.
  await asked
  await visit.press('Cancel')
  await visit.sees('idle')
  const late = visit.page.waitForResponse(address)
  release()
  expect((await late).ok()).toBe(true)
  await expect.poll(() => visit.vendor.open()).toEqual([])
  await visit.page.unroute(address)
  await visit.talk()
  await visit.end()
  await expect.poll(() => visit.ledger()).toEqual(['ended: cancelled', 'ended: visitor'])
})

for (const phase of ['preparing', 'connecting', 'live', 'reconnecting', 'ended'] as const) {
  test(`to another page of the app while ${phase}: over, and nothing is left`, async ({
    visit,
  }) => {
    const { page, vendor } = visit
    visit.expectsErrors(/Signalling|WebSocket|StreamingClient|signalling/)
    if (phase === 'preparing') await vendor.fails({ kind: 'session-token', delayMs: 1_500 })
    if (phase === 'connecting') await vendor.fails({ kind: 'slow-start', delayMs: 3_000 })
    await visit.press('Start talking')
    if (phase === 'reconnecting') {
      await visit.sees('live')
      await vendor.fails({ kind: 'session-token', hang: true })
      await vendor.fails({ kind: 'engine-dead' })
    }
    if (phase === 'ended') {
      await visit.sees('live')
      await visit.press('End conversation')
    }
    await visit.sees(phase)
    await page.evaluate(() => Reflect.set(globalThis, 'isSamePage', true))
    await page.getByRole('banner').getByRole('link').first().click()
    await expect(page).toHaveURL(/\/$/)
    await expect(visit.room.stage()).toHaveCount(0)
    // A page that was loaded anew would prove nothing: its microphones went with the old one.
    expect(await page.evaluate(() => Reflect.get(globalThis, 'isSamePage'))).toBe(true)
    await expect.poll(() => visit.sessions.length).toBe(1)
  })
}
