import { randomUUID } from 'node:crypto'
import { test as base, expect, type Page } from '@playwright/test'
import { codeFor, emailTokens } from './stand-ins'

interface Fixtures {
  /** Console errors and policy violations that this test expects, as patterns. */
  expectedErrors: RegExp[]
  /** Fails any test in which a page logs an error or violates its Content-Security-Policy. */
  noErrors: undefined
}

/** Chromium logs every answer of 400 and above; the tests assert those answers themselves. */
const ordinary = [/Failed to load resource: the server responded with a status of/]

export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],
  noErrors: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = []
      const watch = (page: Page) => {
        page.on('pageerror', (error) => errors.push(`page: ${error.message}`))
        page.on('console', (message) => {
          if (message.type() === 'error') errors.push(`console: ${message.text()}`)
        })
      }
      context.on('page', watch)
      await use(undefined)
      const allowed = [...ordinary, ...expectedErrors]
      expect(errors.filter((error) => !allowed.some((pattern) => pattern.test(error)))).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

export const newEmail = () => `visitor-${randomUUID().slice(0, 8)}@example.org`

/** Signs in as the sign-in page does, by the API, and opens the talk page. */
export async function signIn(page: Page, email = newEmail()): Promise<string> {
  const { identityToken } = await emailTokens(email)
  await page
    .context()
    .addCookies([
      { name: 'privy-id-token', value: identityToken, url: 'http://localhost', sameSite: 'Strict' },
    ])
  await page.goto('/talk')
  await expect(page.getByRole('button', { name: 'Start talking' })).toBeEnabled()
  return email
}

/** Signs in with a code, from the sign-in page to the talk page. */
export async function signInByCode(
  page: Page,
  email = newEmail(),
  privy?: string,
): Promise<string> {
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
  await page.getByRole('button', { name: 'Send code' }).click()
  const code = page.getByRole('textbox', { name: 'Code' })
  await expect(code).toBeVisible()
  await code.fill(await codeFor(email, privy))
  await page.getByRole('button', { name: 'Verify' }).click()
  await expect(page.getByRole('button', { name: 'Start talking' })).toBeVisible()
  return email
}

/** Comes in as a guest, from the landing page to the talk page. */
export async function comeAsGuest(page: Page) {
  await page.goto('/')
  await page
    .getByRole('button', { name: 'Try it now' })
    .or(page.getByRole('link', { name: 'Try it now' }))
    .first()
    .click()
  await expect(page.getByRole('button', { name: 'Start talking' })).toBeVisible()
}
