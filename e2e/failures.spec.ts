import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures'
import { ledgerEntry } from './ledger'
import { Room } from './room'
import { clearFaults, injectFault, setVendorLimit, vendorSessions } from './stand-ins'

/** Faults change the vendor for everybody, so the project of these tests has one worker. */
test.describe.configure({ mode: 'default' })
test.afterEach(async () => {
  await clearFaults('anam')
  await setVendorLimit(3)
})

const panel = (page: Page) =>
  page
    .getByRole('region')
    .or(page.getByRole('alertdialog'))
    .filter({ has: page.getByRole('heading', { level: 2 }) })

async function failsWith(page: Page, code: string) {
  const room = new Room(page)
  const minted = page.waitForResponse('**/api/session-token')
  await room.button('Start talking').click()
  const answer = await minted
  expect(await answer.json()).toMatchObject({ code })
  await expect(page.getByText(code)).toBeVisible()
  await expect(panel(page).first()).toBeVisible()
  await expect(room.button('End conversation')).toBeHidden()
}

const mintFaults: [string, Record<string, unknown>, string][] = [
  ['rejects our key', { status: 401 }, 'vendor_rejected_credentials'],
  ['is out of credit', { status: 402 }, 'vendor_out_of_credit'],
  ['fails', { status: 500 }, 'vendor_error'],
  ['answers HTML', { html: '<h1>Bad gateway</h1>', status: 502 }, 'vendor_error'],
]

for (const [name, fault, code] of mintFaults) {
  test(`when the vendor ${name}, the visitor reads what to do and nothing is lost`, async ({
    page,
  }) => {
    await signIn(page)
    await injectFault('anam', { kind: 'session-token', ...fault })
    await failsWith(page, code)
    await clearFaults('anam')
    const room = new Room(page)
    await room.button('Try again').click()
    await expect(room.button('End conversation')).toBeVisible()
    await room.end()
  })
}

test('when every line is busy, the visitor reads so and can try again', async ({ page }) => {
  await signIn(page)
  await setVendorLimit(0)
  const room = new Room(page)
  const minted = page.waitForResponse('**/api/session-token')
  await room.button('Start talking').click()
  const { sessionId } = await (await minted).json()
  await expect(page.getByText('vendor_busy')).toBeVisible()
  await expect.poll(() => ledgerEntry(page, sessionId)).toMatchObject({ status: 'ended' })
  await setVendorLimit(3)
  await room.button('Try again').click()
  await expect(room.button('End conversation')).toBeVisible()
  await room.end()
})

test('when the vendor ends the session, the room says so and nothing stays open', async ({
  page,
}) => {
  await signIn(page)
  const room = new Room(page)
  const { sessionId } = await room.start()
  await injectFault('anam', { kind: 'server-end', text: 'Ended by the test' })
  await expect(room.button('Talk again').or(room.button('Try again'))).toBeVisible()
  await expect.poll(() => ledgerEntry(page, sessionId)).toMatchObject({ status: 'ended' })
  await expect.poll(() => vendorSessions(sessionId)).toEqual([])
})

test('when no video comes, waiting ends with words and the session is closed', async ({ page }) => {
  await signIn(page)
  await injectFault('anam', { kind: 'no-video' })
  const room = new Room(page)
  const minted = page.waitForResponse('**/api/session-token')
  await room.button('Start talking').click()
  const { sessionId } = await (await minted).json()
  await expect(room.button('Try again')).toBeVisible({ timeout: 40_000 })
  await expect.poll(() => ledgerEntry(page, sessionId)).toMatchObject({ status: 'ended' })
  await expect.poll(() => vendorSessions(sessionId)).toEqual([])
})
