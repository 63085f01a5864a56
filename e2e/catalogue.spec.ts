import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures'

const avatars = (page: Page) => page.getByRole('group', { name: 'Avatar', exact: true })
const voices = (page: Page) => page.getByRole('group', { name: 'Voice', exact: true })

test.beforeEach(async ({ page }) => {
  await signIn(page)
  await page.goto('/personas/new')
})

test('an avatar is found by words and by where it comes from, and chosen with the keyboard', async ({
  page,
}) => {
  await expect(avatars(page).getByRole('radio', { name: /Automatic/ })).toBeChecked()

  await avatars(page).getByRole('searchbox', { name: 'Search avatars' }).fill('ines')
  await expect(avatars(page).getByRole('status')).toHaveText('1 avatar')
  await expect(avatars(page).getByRole('radio', { name: /Inês/ })).toBeVisible()
  await avatars(page).getByRole('searchbox', { name: 'Search avatars' }).fill('')
  await avatars(page).getByRole('button', { name: 'One-shot' }).click()
  await expect(avatars(page).getByRole('status')).toHaveText('2 avatars')

  await avatars(page)
    .getByRole('radio', { name: /Automatic/ })
    .focus()
  await page.keyboard.press('ArrowDown')
  await expect(avatars(page).getByRole('radio', { name: /Ella/ })).toBeChecked()

  await avatars(page).getByRole('button', { name: 'Stock', exact: true }).click()
  await expect(avatars(page).getByRole('status')).toHaveText('9 avatars')
  await expect(avatars(page).getByRole('radio', { name: /Ella.*Your choice/ })).toBeChecked()
})

test('every picture of the catalogue is shown from our own address', async ({ page }) => {
  for (const picture of await avatars(page).locator('img').all()) {
    await picture.scrollIntoViewIfNeeded()
    await expect
      .poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0))
      .toBe(true)
    const source = await picture.evaluate((img: HTMLImageElement) => new URL(img.currentSrc).origin)
    expect(source).toBe(new URL(page.url()).origin)
  }
})

test('voices are filtered by language and gender, and heard one at a time', async ({ page }) => {
  await voices(page).getByRole('combobox', { name: 'Filter by language' }).selectOption('Italian')
  await expect(voices(page).getByRole('status')).toHaveText('2 voices')
  await voices(page).getByRole('combobox', { name: 'Filter by gender' }).selectOption('Male')
  await expect(voices(page).getByRole('status')).toContainText('No voices found')
  await voices(page).getByRole('combobox', { name: 'Filter by gender' }).selectOption('Female')
  await expect(voices(page).getByRole('status')).toHaveText('2 voices')

  const sample = page.waitForResponse((response) =>
    /\/voices\/[\w-]+\/sample$/.test(response.url()),
  )
  await voices(page).getByRole('button', { name: 'Play Giulia' }).click()
  const answer = await sample
  expect([200, 206]).toContain(answer.status())
  expect(await answer.headerValue('content-type')).toMatch(/^audio\//)
  await expect(voices(page).getByRole('button', { name: 'Pause Giulia' })).toBeVisible()

  await voices(page).getByRole('button', { name: 'Play Lucia' }).click()
  await expect(voices(page).getByRole('button', { name: 'Play Giulia' })).toBeVisible()
  // To its end: then it can be played again.
  await expect(voices(page).getByRole('button', { name: 'Play Lucia' })).toBeVisible()
  await expect(voices(page).getByRole('radio', { name: /Automatic/ })).toBeChecked()
})

test('a sample that cannot be played says so', async ({ page }) => {
  await page.route('**/voices/*/sample', (route) => route.fulfill({ status: 404 }))
  await voices(page).getByRole('button', { name: 'Play Clara' }).click()
  await expect(voices(page).getByRole('alert')).toContainText('cannot be played')
  await page.unroute('**/voices/*/sample')
  await voices(page).getByRole('button', { name: 'Play Clara' }).click()
  await expect(voices(page).getByRole('button', { name: 'Pause Clara' })).toBeVisible()
})

test('while the catalogue cannot be read nothing that was chosen is lost', async ({ page }) => {
  await voices(page)
    .getByRole('radio', { name: /Giulia/ })
    .check()
  await page.route('**/api/catalogue/**', (route) => route.fulfill({ status: 502 }))
  await voices(page).getByRole('searchbox', { name: 'Search voices' }).fill('robert')
  await expect(voices(page).getByText('The catalogue cannot be read now.')).toBeVisible()
  await expect(voices(page).getByRole('radio', { name: /Giulia/ })).toBeChecked()
  await page.unroute('**/api/catalogue/**')
  await voices(page).getByRole('button', { name: 'Try again' }).click()
  await expect(voices(page).getByRole('status')).toHaveText('1 voice')
  await expect(voices(page).getByRole('radio', { name: /Giulia.*Your choice/ })).toBeChecked()
  await page.getByRole('combobox', { name: 'Language model' }).selectOption('Flint')
  await expect(page.getByRole('combobox', { name: 'Language model' })).not.toHaveValue('')
})
