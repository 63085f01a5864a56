import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, signIn, signInByCode, test } from './fixtures'

const cards = (page: Page) => page.locator('[data-persona]')
const menu = (page: Page, name: string) =>
  page.getByRole('button', { name: `More for ${name}`, exact: true }).first()

async function choose(page: Page, name: string, item: string) {
  await menu(page, name).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** Makes a preset one's own, and comes back to the gallery. */
async function ownCopy(page: Page, name: string) {
  await page.goto('/personas')
  await choose(page, name, 'Duplicate')
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(name)
  await page.goto('/personas')
}

const file = (content: unknown, name = 'nonna.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
})

test('the first HTML has everybody, and a search works without scripts', async ({ page }) => {
  await signIn(page)
  const html = await (await page.request.get('/personas?q=interview')).text()
  expect(html).toContain('Talk with Jonas')
  expect(html).not.toContain('Talk with Mira')
  expect(html).toContain('action="/personas"')
})

test('a search answers while one types, and says when nobody is found', async ({ page }) => {
  await signIn(page)
  await page.goto('/personas')
  await expect(cards(page)).toHaveCount(6)
  const search = page.getByRole('searchbox', { name: 'Search personas' })
  await search.pressSequentially('museum')
  await expect(cards(page)).toHaveCount(1)
  await expect(search).toBeFocused()
  await expect(page).toHaveURL(/q=museum/)
  await search.fill('nobody at all')
  await expect(page.getByText('Nobody here answers to')).toBeVisible()
  await page.getByRole('link', { name: 'Clear search' }).click()
  await expect(cards(page)).toHaveCount(6)
  await expect(search).toHaveValue('')
  await page.getByRole('radio', { name: 'Yours' }).check()
  await expect(page).toHaveURL('/personas?show=own')
  await expect(cards(page)).toHaveCount(0)
})

test('a preset is duplicated, becomes the default, is deleted, and comes back', async ({
  page,
}) => {
  await signIn(page)
  await ownCopy(page, 'Kenji')
  await expect(cards(page)).toHaveCount(7)
  await choose(page, 'Kenji', 'Make default')
  await expect(page.getByText('Kenji is there when you come to talk.')).toBeVisible()
  await expect(cards(page).first().getByText('Default')).toBeVisible()

  await choose(page, 'Kenji', 'Delete')
  await expect(page.getByText('Deleted Kenji.')).toBeVisible()
  await expect(cards(page)).toHaveCount(6)
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeFocused()
  await page.route('**/restore', (route) => route.fulfill({ status: 500 }))
  await undo.click()
  await expect(page.getByText('The server gave no usable answer.')).toBeVisible()
  await page.unroute('**/restore')
  await undo.click()
  await expect(page.getByText('It is back.')).toBeVisible()
  await expect(cards(page)).toHaveCount(7)
  await expect(page.getByRole('link', { name: 'Talk with Kenji' }).first()).toBeFocused()
})

test('what is exported can be imported; what cannot be is refused with its field', async ({
  page,
}) => {
  await signIn(page)
  await page.goto('/personas')
  const saved = page.waitForEvent('download')
  await choose(page, 'Inês', 'Export')
  const download = await saved
  expect(download.suggestedFilename()).toBe('ines.persona.json')
  const document = JSON.parse(readFileSync(await download.path(), 'utf8'))

  const input = page.getByLabel('File to import')
  const wrong = { ...document, persona: { ...document.persona, systemPrompt: 'x'.repeat(8_001) } }
  await input.setInputFiles(file(wrong))
  await expect(page.getByText('persona.systemPrompt: At most 8,000 characters.')).toBeVisible()
  await input.setInputFiles(file({ name: 'left-pad', version: '1.3.0' }, 'package.json'))
  await expect(page.getByText('is not a persona of this app')).toContainText('“name” is unknown')
  await input.setInputFiles(file('not JSON', 'notes.txt'))
  await expect(page.getByText('notes.txt is not JSON.')).toBeVisible()
  await expect(cards(page)).toHaveCount(6)

  // Its card is shown and has the focus, also where a search had left it out.
  await page.getByRole('radio', { name: 'Ready to talk' }).check()
  await page.getByRole('searchbox', { name: 'Search personas' }).fill('museum')
  await expect(page).toHaveURL('/personas?q=museum&show=presets')
  await input.setInputFiles(file(document))
  await expect(page.getByText('Imported from nonna.json.')).toBeVisible()
  await expect(cards(page)).toHaveCount(7)
  await expect(cards(page).first().getByRole('link', { name: 'Talk with Inês' })).toBeFocused()
  await input.setInputFiles(file(document))
  await expect(page.getByRole('link', { name: 'Talk with Inês (copy)' })).toBeFocused()
})

test('an identity that expired meanwhile is renewed, and the press counts', async ({
  page,
  context,
}) => {
  await signInByCode(page)
  await page.goto('/personas')
  await context.clearCookies({ name: 'privy-id-token' })
  await choose(page, 'Omar', 'Duplicate')
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Omar')
})

test('an identity that cannot be renewed is told, with the way on', async ({ page, context }) => {
  await signIn(page)
  await page.goto('/personas')
  await context.clearCookies()
  await choose(page, 'Omar', 'Duplicate')
  await expect(page.getByText(/session has ended/)).toBeVisible()
})

test('with a keyboard alone, and for a screen reader', async ({ page }) => {
  await signIn(page)
  await page.goto('/personas')
  await menu(page, 'Mira').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu(page, 'Mira')).toBeFocused()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])
})
