import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { comeAsGuest, expect, newEmail, signIn, signInByCode, test } from './fixtures'
import { Room } from './room'

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])

const name = (page: Page) => page.getByLabel('Display name')
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })

async function openAccount(page: Page) {
  await page.goto('/account')
  await expect(save(page)).toBeEnabled()
}

test('a profile is kept, and is there in the first HTML', async ({ page }) => {
  await signIn(page)
  await page.getByRole('button', { name: 'your account' }).click()
  await page.getByRole('link', { name: 'Account', exact: true }).first().click()
  await expect(page.getByRole('heading', { name: 'Account', level: 1 })).toBeVisible()
  await expect(save(page)).toBeEnabled()
  await name(page).fill('Ada')
  await page.getByLabel('About you').fill('I grow tomatoes.')
  await page.getByLabel('Preferred language').selectOption('it')
  await page.getByRole('switch', { name: 'Personas may know my email address' }).click()
  await save(page).click()
  await expect(page.getByText('Saved. Personas know it')).toBeVisible()
  const html = await (await page.request.get('/account')).text()
  expect(html).toContain('value="Ada"')
  expect(html).toContain('I grow tomatoes.')
  await page.reload()
  await expect(page.getByLabel('Preferred language')).toHaveValue('it')
  await expect(page.getByRole('switch', { name: 'Personas may know' })).toBeChecked()
})

test.describe('without the server', () => {
  test.use({ expectedErrors: [/net::ERR_FAILED/] })

  test('a wrong field is named and focused, and nothing typed is lost by a failure', async ({
    page,
  }) => {
    await signIn(page)
    await openAccount(page)
    const about = page.getByLabel('About you')
    await about.fill('x'.repeat(1_001))
    await save(page).click()
    await expect(about).toBeFocused()
    await expect(about).toHaveAttribute('aria-invalid', 'true')
    await about.fill('I grow tomatoes.')
    await page.route('**/api/profile', (route) => route.abort())
    await save(page).click()
    await expect(page.getByText('Not saved. The server could not be reached.')).toBeVisible()
    await expect(about).toHaveValue('I grow tomatoes.')
    await page.unroute('**/api/profile')
    await save(page).click()
    await expect(page.getByText('Saved. Personas know it')).toBeVisible()
  })
})

test('leaving with something unsaved is asked about', async ({ page }) => {
  await signIn(page)
  await openAccount(page)
  await name(page).fill('Ada')
  const talk = page.getByRole('link', { name: 'Talk', exact: true }).first()
  page.once('dialog', (dialog) => dialog.dismiss())
  await talk.click()
  await expect(name(page)).toHaveValue('Ada')
  page.once('dialog', (dialog) => dialog.accept())
  await talk.click()
  await expect(page.getByRole('button', { name: 'Start talking' })).toBeVisible()
})

test('the default persona is who is there', async ({ page }) => {
  await signIn(page)
  await openAccount(page)
  await page.getByLabel('Persona', { exact: true }).selectOption('jonas')
  await expect(page.getByText('Saved. Jonas is there')).toBeVisible()
  await page.goto('/talk')
  await expect(page.getByRole('heading', { name: 'Jonas' })).toBeVisible()
})

test('of two quick choices of a default persona the last one is kept', async ({ page }) => {
  await signIn(page)
  await openAccount(page)
  let isFirst = true
  await page.route('**/api/profile/default-persona', async (route) => {
    // The first is on its way for longer than the second would be.
    const waits = isFirst
    isFirst = false
    if (waits) await new Promise((resolve) => setTimeout(resolve, 600))
    await route.continue()
  })
  await page.getByLabel('Persona', { exact: true }).selectOption('jonas')
  await page.getByLabel('Persona', { exact: true }).selectOption('omar')
  await expect(page.getByText('Saved. Omar is there')).toBeVisible()
  await page.waitForTimeout(700)
  await page.reload()
  await expect(page.getByLabel('Persona', { exact: true })).toHaveValue('omar')
})

test('the limits say what is left after a conversation', async ({ page }) => {
  await signIn(page)
  const room = new Room(page)
  await room.start()
  await room.end()
  await openAccount(page)
  const limits = page.getByRole('region', { name: 'Limits' })
  await expect(limits).toContainText(/left this hour; the next one is free at \d/)
  await expect(limits).toContainText('none is open now')
})

test('everything kept about a visitor can be downloaded', async ({ page }) => {
  await signIn(page)
  const room = new Room(page)
  await room.start()
  await room.say('Hello there')
  await expect(room.transcript()).toContainText('Hello there')
  await room.end()
  await openAccount(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export my data' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('vis-a-vis-account.json')
  const file = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(file).toMatchObject({ format: 'vis-a-vis.account', account: { guest: false } })
  expect(JSON.stringify(file.sessions)).toContain('Hello there')
})

test('a deleted account is gone, here and where it signed in', async ({ page }) => {
  const email = newEmail()
  await signInByCode(page, email)
  await openAccount(page)
  await name(page).fill('Ada')
  await save(page).click()
  await expect(page.getByText('Saved. Personas know it')).toBeVisible()
  await page.getByRole('button', { name: 'Delete my account' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Delete your account' })
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await expect(dialog.getByLabel(/To go on/)).toBeFocused()
  expect(await violations(page)).toEqual([])
  await dialog.getByLabel(/To go on/).fill('delete my account')
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await expect(page.getByText('Your account is deleted, and you are signed out.')).toBeVisible()
  await page.goto('/account')
  await expect(page.getByRole('textbox', { name: 'Email' })).toBeVisible()
  await signInByCode(page, email)
  await openAccount(page)
  await expect(name(page)).toHaveValue('')
})

test('a guest is told what signing out costs, and has no address to tell', async ({ page }) => {
  await comeAsGuest(page)
  await openAccount(page)
  await expect(page.getByText('You are here as a guest')).toBeVisible()
  await expect(page.getByText('A guest has no way back')).toBeVisible()
  await expect(page.getByRole('switch', { name: 'Personas may know' })).toBeDisabled()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })
    test('the account page passes axe, open and closed', async ({ page }) => {
      await signIn(page)
      await openAccount(page)
      expect(await violations(page)).toEqual([])
      await page.getByText('Preferred avatar, voice and language model').click()
      await expect(page.getByRole('group', { name: 'Voice' })).toBeVisible()
      expect(await violations(page)).toEqual([])
    })
  })
}

for (const width of [320, 390, 768, 1440]) {
  test(`the account page does not overflow at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 })
    await signIn(page)
    await openAccount(page)
    await page.getByText('Preferred avatar, voice and language model').click()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
  })
}
