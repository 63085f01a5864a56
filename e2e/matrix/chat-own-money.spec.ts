import { existsSync } from 'node:fs'
import type { Page, Request } from '@playwright/test'
import { newEmail } from '../fixtures'
import type { Launched } from '../launch'
import { ledgerEntry } from '../ledger'
import { emailTokens } from '../stand-ins'
import { test as base, expect } from './stack'

/** An app whose visitors pay for their chats themselves. */
const test = base.extend({})
test.use({ stackEnv: [{ ANUMA_USER_PAYS: 'true' }, { scope: 'worker' }] })
test.skip(!existsSync('sandbox/anuma'), 'This app has no vendor that visitors could pay.')

/** Somebody in the chat room, and what their page asks of others than our server. */
async function enter(page: Page, { app, privy }: Launched['urls']) {
  const { identityToken } = await emailTokens(newEmail(), privy)
  await page
    .context()
    .addCookies([{ name: 'privy-id-token', value: identityToken, url: app, sameSite: 'Strict' }])
  const asked: Request[] = []
  page.on('request', (request) => {
    const isChat = request.method() === 'POST' && request.url().includes('/chat')
    if (isChat) asked.push(request)
  })
  await page.goto('/talk?persona=mira&medium=chat&vendor=anuma')
  const message = page.getByRole('textbox', { name: 'Message' })
  return {
    identityToken,
    asked,
    message,
    async say(text: string) {
      await message.fill(text)
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      await expect(page.getByRole('article').filter({ hasText: text })).toBeVisible()
    },
  }
}

test('visitors are told what it means, then pay with their own identity', async ({
  page,
  stack,
}) => {
  const { identityToken, asked, message, say } = await enter(page, stack.urls)

  await test.step('nothing can be sent before that has been read', async () => {
    const notice = page.getByRole('region', { name: 'Before you write' })
    await expect(notice).toContainText('your own account at Anuma')
    await expect(notice).toContainText('email address')
    await expect(message).toBeDisabled()
    await notice.getByRole('button', { name: 'Go on' }).click()
  })

  const granting = page.waitForResponse((response) => response.url().endsWith('/api/chat/direct'))
  await say('What do you know about quills?')
  const grant = await (await granting).json()
  await expect(page.getByRole('button', { name: 'Retry', exact: true })).toBeVisible()
  const toVendor = asked.filter((request) => !request.url().startsWith(stack.urls.app))
  expect(toVendor.map((request) => request.url())).toEqual([`${grant.url}/api/v1/chat/completions`])
  const headers = await toVendor[0]?.allHeaders()
  expect(headers?.authorization).toBe(`Bearer ${identityToken}`)
  expect(headers).not.toHaveProperty('cookie')
  expect(JSON.stringify(grant)).not.toContain('anuma_test')
  await expect
    .poll(() => ledgerEntry(page, grant.sessionId))
    .toMatchObject({ status: 'live', firstFrameMs: expect.any(Number) })

  await test.step('once', async () => {
    await page.reload()
    await expect(message).toBeEnabled()
  })
})

test('a balance that is used up is the visitor’s own', async ({ page, stack }) => {
  const { say } = await enter(page, stack.urls)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.route(/\/api\/v1\/chat\/completions$/, (route) =>
    route.fulfill({
      status: 402,
      headers: { 'Access-Control-Allow-Origin': stack.urls.app },
      json: { error: 'insufficient_balance', type: 'billing_error', gate: 'minimum' },
    }),
  )
  await say('Hello')
  await expect(
    page.getByRole('alert').filter({ hasText: 'Your own credit is used up' }),
  ).toBeVisible()
})
