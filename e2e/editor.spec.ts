import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, signIn, signInByCode, test } from './fixtures'

const name = (page: Page) => page.getByRole('textbox', { name: 'Name', exact: true })
const prompt = (page: Page) => page.getByRole('textbox', { name: 'System prompt' })
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })

/** Types, and waits until the server has it. */
async function typeAndKeep(page: Page, words: string) {
  const kept = page.waitForResponse(
    (response) => /\/api\/personas(\/[\w-]+\/draft)?$/.test(response.url()) && response.ok(),
  )
  await name(page).fill(words)
  await kept
  await expect(page.getByText(/Draft kept at/)).toBeVisible()
}

test('what is typed is kept by itself, and is there after a reload', async ({ page }) => {
  await signIn(page)
  await page.goto('/personas/new')
  await typeAndKeep(page, 'Half a persona')
  await expect(page).toHaveURL(/\/personas\/[0-9a-f-]{36}$/)
  await expect(name(page)).toBeFocused()
  await page.reload()
  await expect(name(page)).toHaveValue('Half a persona')
  const html = await (await page.request.get(page.url())).text()
  expect(html).toContain('value="Half a persona"')
})

test('fields that are wrong are named, the first one is focused, and text is kept', async ({
  page,
}) => {
  await signIn(page)
  await page.goto('/personas/new')
  await prompt(page).fill(`Hello {{visitor_nam}}. ${'x'.repeat(8_000)}`)
  await save(page).click()
  await expect(page.getByText('Give it a name.')).toBeVisible()
  await expect(name(page)).toBeFocused()
  await expect(prompt(page)).toHaveAttribute('aria-invalid', 'true')
  await name(page).fill('Ada')
  await prompt(page).fill('Hello {{visitor_nam}}.')
  await save(page).click()
  await expect(page.getByText(/There is no variable \{\{visitor_nam\}\}/)).toBeVisible()
  await expect(prompt(page)).toHaveValue('Hello {{visitor_nam}}.')
  await prompt(page).fill('Hello {{visitor_name}}.')
  await save(page).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
})

test('what only the server knows to be wrong is at its field, too', async ({ page }) => {
  await signIn(page)
  await page.goto('/personas/new')
  await name(page).fill('Ada')
  await prompt(page).fill('You explain engines.')
  await page.route('**/api/personas/*', async (route) => {
    const body = route.request().postDataJSON()
    if (body?.content) body.content.avatarId = 'nobody'
    await route.continue({ postData: JSON.stringify(body) })
  })
  await expect(page.getByText(/Draft kept at/)).toBeVisible()
  await save(page).click()
  await expect(page.getByText('This avatar is not in the catalogue.').first()).toBeVisible()
  await expect(name(page)).toHaveValue('Ada')
})

test.describe('without a network', () => {
  test.use({ expectedErrors: [/net::ERR_INTERNET_DISCONNECTED/] })

  test('what is typed stays, and is kept when the network is back', async ({ page, context }) => {
    await signIn(page)
    await page.goto('/personas/new')
    await typeAndKeep(page, 'Ada')
    await context.setOffline(true)
    await name(page).fill('Ada Lovelace')
    await expect(page.getByText(/you are offline/)).toBeVisible()
    await context.setOffline(false)
    await expect(page.getByText(/Draft kept at/)).toBeVisible()
    await page.reload()
    await expect(name(page)).toHaveValue('Ada Lovelace')
  })
})

test('leaving with something that could not be kept is asked about', async ({ page }) => {
  await signIn(page)
  await page.goto('/personas/new')
  await typeAndKeep(page, 'Ada')
  await page.route('**/draft', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'about:blank',
        title: 'Something went wrong on our side',
        status: 500,
        code: 'internal',
        requestId: 'r-1',
      }),
    }),
  )
  await name(page).fill('Ada Lovelace')
  await expect(page.getByText(/Not kept/)).toBeVisible()
  page.once('dialog', (dialog) => dialog.dismiss())
  await page.getByRole('link', { name: 'Talk', exact: true }).click()
  await expect(name(page)).toHaveValue('Ada Lovelace')
  await page.unroute('**/draft')
  await name(page).fill('Ada Lovelace.')
  await expect(page.getByText(/Draft kept at/)).toBeVisible()
  await page.getByRole('link', { name: 'Talk', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Start talking' })).toBeVisible()
})

test('an identity that expires while one writes is renewed unseen, and the write repeated', async ({
  page,
  context,
}) => {
  await signInByCode(page)
  await page.goto('/personas/new')
  await typeAndKeep(page, 'Ada')
  await context.clearCookies({ name: 'privy-id-token' })
  const refused = page.waitForResponse((response) => response.status() === 401)
  await name(page).fill('Ada Lovelace')
  await refused
  await expect(page.getByText(/Draft kept at/)).toBeVisible()
  await page.reload()
  await expect(name(page)).toHaveValue('Ada Lovelace')
})

test('templates and variables help to write, and a template gives back what it replaced', async ({
  page,
}) => {
  await signIn(page)
  await page.goto('/personas/new')
  await prompt(page).fill('Mine. ')
  await page.getByRole('button', { name: '{{visitor_name}}' }).click()
  await expect(prompt(page)).toHaveValue(/\{\{visitor_name\}\}/)
  await page.getByLabel('Begin from a template').selectOption('guide')
  await expect(prompt(page)).toHaveValue(/guide who has walked/)
  await page.getByRole('button', { name: 'Bring mine back' }).click()
  await expect(prompt(page)).toHaveValue(/Mine\./)
  await page.getByLabel('Begin from a template').selectOption('guide')
  await prompt(page).pressSequentially('And more.')
  await page.getByRole('button', { name: 'Bring mine back' }).click()
  await expect(prompt(page)).toHaveValue(/Mine\./)
  await page.getByRole('button', { name: 'Bring mine back' }).click()
  await expect(prompt(page)).toHaveValue(/And more\./)
  await page.getByRole('button', { name: 'Forget it' }).click()
  await expect(page.getByRole('button', { name: 'Bring mine back' })).toHaveCount(0)
})

test('discarding brings back what is saved', async ({ page }) => {
  await signIn(page)
  await page.goto('/personas/new')
  await name(page).fill('Ada')
  await prompt(page).fill('You explain engines.')
  await save(page).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await typeAndKeep(page, 'Somebody else')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(name(page)).toHaveValue('Ada')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(name(page)).toHaveValue('Somebody else')
  await expect(page.getByText(/Draft kept at/)).toBeVisible()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(name(page)).toHaveValue('Ada')
  await page.reload()
  await expect(name(page)).toHaveValue('Ada')
})

for (const begun of ['new', 'kept'] as const) {
  test(`the browser’s way back to a ${begun} persona shows what was typed last`, async ({
    page,
  }) => {
    await signIn(page)
    await page.goto('/personas')
    await page.getByRole('link', { name: 'New persona' }).first().click()
    await typeAndKeep(page, 'Ada')
    if (begun === 'kept') await page.goto(page.url())
    await typeAndKeep(page, 'Ada Lovelace')
    await page.getByRole('link', { name: 'Talk', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Start talking' })).toBeVisible()
    await page.goBack()
    await expect(name(page)).toHaveValue('Ada Lovelace')
    await typeAndKeep(page, 'Ada, Countess')
    await page.reload()
    await expect(name(page)).toHaveValue('Ada, Countess')
  })
}

test('another tab’s words can be taken, and one’s own brought back', async ({ page, context }) => {
  await signIn(page)
  await page.goto('/personas/new')
  await typeAndKeep(page, 'Ada')
  const second = await context.newPage()
  await second.goto(page.url())
  await typeAndKeep(second, 'Theirs')
  await name(page).fill('Mine')
  await page.getByRole('button', { name: 'Decide' }).click()
  await page.getByRole('button', { name: 'Take the other one' }).click()
  await expect(name(page)).toHaveValue('Theirs')
  await page.getByRole('button', { name: 'Bring mine back' }).click()
  await expect(name(page)).toHaveValue('Mine')
  await expect(page.getByText(/Draft kept at/)).toBeVisible()
  await page.reload()
  await expect(name(page)).toHaveValue('Mine')
})

test('discarding beside another tab’s words shows theirs, and a cleared name keeps the title', async ({
  page,
  context,
}) => {
  await signIn(page)
  await page.goto('/personas/new')
  await name(page).fill('Ada')
  await prompt(page).fill('You explain engines.')
  await save(page).click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await name(page).fill('')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada')
  await typeAndKeep(page, 'Ada L')
  const second = await context.newPage()
  await second.goto(page.url())
  await typeAndKeep(second, 'Theirs')
  await name(page).fill('Mine')
  await expect(page.getByText('Not kept: changed in another tab.')).toBeVisible()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(name(page)).toHaveValue('Theirs')
  await page.getByRole('button', { name: 'Bring mine back' }).click()
  await expect(name(page)).toHaveValue('Mine')
})

test('a persona that was deleted elsewhere goes on as a new one', async ({ page }) => {
  await signIn(page)
  await page.goto('/personas/new')
  await typeAndKeep(page, 'Ada')
  const before = page.url()
  await page.evaluate(
    (path) => fetch(`/api${path}`, { method: 'DELETE' }),
    new URL(before).pathname,
  )
  await name(page).fill('Ada Lovelace')
  await page.getByRole('button', { name: 'Keep as a new persona' }).click()
  await expect(page.getByText(/Draft kept at/)).toBeVisible()
  expect(page.url()).not.toBe(before)
  await page.reload()
  await expect(name(page)).toHaveValue('Ada Lovelace')
})

test('the summary of what is wrong leads to a field that is folded away', async ({ page }) => {
  await signIn(page)
  await page.goto('/personas/new')
  const listening = page.locator('summary', { hasText: 'Listening' })
  await listening.click()
  const pause = page.getByLabel('How soon a pause ends a turn')
  await pause.fill('7')
  await listening.click()
  await save(page).click()
  await expect(name(page)).toBeFocused()
  await page.getByRole('link', { name: 'How soon a pause ends a turn' }).click()
  await expect(pause).toBeFocused()
  await pause.fill('0.5')
  await expect(pause).toBeVisible()
})

for (const width of [320, 1440]) {
  test(`nothing is out of reach at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await signIn(page)
    await page.goto('/personas/new')
    for (const summary of await page.locator('details > summary').all()) await summary.click()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations).toEqual([])
  })
}
