import type { Page } from '@playwright/test'
import { comeAsGuest, expect, newEmail, signInByCode, test } from './fixtures'
import { codeFor, emailTokens } from './stand-ins'

test('signing in by code survives a reload, and signing out ends it', async ({ page }) => {
  await signInByCode(page)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Start talking' })).toBeVisible()
  await page.getByRole('button', { name: 'your account' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  await page.goto('/talk')
  await expect(page.getByRole('textbox', { name: 'Email' })).toBeVisible()
})

test('the fixed test account signs in with its fixed code', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'Email' }).fill('test-0001@privy.io')
  await page.getByRole('button', { name: 'Send code' }).click()
  await page.getByRole('textbox', { name: 'Code' }).fill('424242')
  await page.getByRole('button', { name: 'Verify' }).click()
  await expect(page.getByRole('button', { name: 'Start talking' })).toBeVisible()
})

test('a complete code is sent by itself, once', async ({ page }) => {
  const email = newEmail()
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
  await page.getByRole('button', { name: 'Send code' }).click()
  const field = page.getByRole('textbox', { name: 'Code' })
  await expect(field).toBeFocused()
  let sent = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/passwordless/authenticate')) sent += 1
  })
  const code = await codeFor(email)
  await field.pressSequentially(code.slice(0, 5))
  await page.waitForTimeout(800)
  expect(sent).toBe(0)
  await field.press(code.slice(5))
  await expect(page.getByRole('button', { name: 'Start talking' })).toBeVisible()
  expect(sent).toBe(1)
})

test('a wrong code says so, and the right one still works', async ({ page }) => {
  const email = newEmail()
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
  await page.getByRole('button', { name: 'Send code' }).click()
  const code = page.getByRole('textbox', { name: 'Code' })
  await expect(code).toBeVisible()
  const right = await codeFor(email)
  await code.fill(right === '000000' ? '111111' : '000000')
  await page.getByRole('button', { name: 'Verify' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'did not match' })).toBeVisible()
  await code.fill(right)
  await page.getByRole('button', { name: 'Verify' }).click()
  await expect(page.getByRole('button', { name: 'Start talking' })).toBeVisible()
})

test('a returning visitor loads no sign-in code before talking', async ({ page }) => {
  await signInByCode(page)
  const requested: string[] = []
  page.on('request', (request) => requested.push(request.url()))
  await page.goto('/talk')
  await expect(page.getByRole('button', { name: 'Start talking' })).toBeEnabled()
  expect(requested.filter((url) => url.includes('/api/v1/apps/'))).toEqual([])
})

test('an expired cookie with a living session is restored, not a sign-in page', async ({
  page,
  context,
}) => {
  await signInByCode(page)
  await context.clearCookies({ name: 'privy-id-token' })
  await page.goto('/talk')
  await expect(page.getByRole('button', { name: 'Start talking' })).toBeVisible()
})

test('a guest stays the same guest after a reload', async ({ page }) => {
  await comeAsGuest(page)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Start talking' })).toBeVisible()
})

async function confirm(page: Page, email: string) {
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
  await page.getByRole('button', { name: 'Send code' }).click()
  const code = page.getByRole('textbox', { name: 'Code' })
  await expect(code).toBeVisible()
  await code.fill(await codeFor(email))
  await page.getByRole('button', { name: 'Verify' }).click()
}

test('a guest who signs in with email keeps what they made', async ({ page }) => {
  await comeAsGuest(page)
  await page.goto('/personas')
  await page.getByRole('button', { name: 'More for Kenji' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Kenji')
  await page.goto('/account')
  await page.getByRole('link', { name: 'Sign in with email' }).first().click()
  const email = newEmail()
  await confirm(page, email)
  await expect(page.getByText(`Signed in as ${email}`)).toBeVisible()
  await page.goto('/personas?show=own')
  await expect(page.getByRole('link', { name: 'Talk with Kenji' })).toBeVisible()
})

test('a guest is asked before they leave for an account that is there already', async ({
  page,
}) => {
  const email = newEmail()
  await emailTokens(email)
  await comeAsGuest(page)
  await page.goto('/sign-in')
  await confirm(page, email)
  await expect(page.getByRole('heading', { name: 'has an account already' })).toBeFocused()
  await page.getByRole('button', { name: 'Leave the guest and sign in' }).click()
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue(email)
  await confirm(page, email)
  await expect(page.getByRole('button', { name: 'Start talking' })).toBeVisible()
  await page.goto('/account')
  await expect(page.getByText(`Signed in as ${email}`)).toBeVisible()
})

test.describe('when Privy is away', () => {
  test.use({ expectedErrors: [/./] })
  test('restoring gives up with words and a way out', async ({ page, context }) => {
    await signInByCode(page)
    await context.clearCookies({ name: 'privy-id-token' })
    await page.route('**/api/v1/**', (route) => route.abort())
    await page.goto('/talk')
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 40_000 })
  })
})
