import { existsSync, readFileSync } from 'node:fs'
import type { Page, Request } from '@playwright/test'
import { z } from 'zod'
import { expect, signIn, signInByCode, test } from './fixtures'
import { ledgerEntry } from './ledger'

test.skip(!existsSync('sandbox/animus'), 'This app has no vendor that browsers ask with a token.')

const grant = z.object({ accessToken: z.string(), sessionId: z.uuid(), apiBaseUrl: z.url() })
const addresses = z.object({ animus: z.url() })
const vendor = () =>
  addresses.parse(JSON.parse(readFileSync('.data/e2e/sandbox.json', 'utf8'))).animus

const isMint = (request: Request) => request.url().endsWith('/api/animus-token')
const isAsked = (request: Request) =>
  request.method() === 'POST' && request.url() === `${vendor()}/v3/chat/completions`

/** Somebody in the room where one chats with Mira by way of tokens, and what their page asks for. */
async function enter(page: Page) {
  const requests: Request[] = []
  page.on('request', (request) => requests.push(request))
  await page.goto('/talk?persona=mira&medium=chat&vendor=animus')
  const message = page.getByRole('textbox', { name: 'Message' })
  await expect(message).toBeEnabled()
  return {
    answers: page
      .getByRole('log', { name: 'Transcript' })
      .getByRole('article')
      .filter({ hasText: 'Mira' }),
    minted: () => requests.filter(isMint),
    asked: () => requests.filter(isAsked),
    throughServer: () => requests.filter((request) => request.url().endsWith('/api/chat')),
    async say(text: string) {
      await message.fill(text)
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      await expect(page.getByRole('article').filter({ hasText: text })).toBeVisible()
    },
    /** Until the answer is there, to its end. */
    async isAnswered() {
      await expect(page.getByRole('button', { name: 'Retry', exact: true })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible()
    },
  }
}

test('from sign-in to the ledger, a chat whose page asks the vendor itself', async ({ page }) => {
  await signInByCode(page)
  const room = await enter(page)
  const minting = page.waitForResponse((response) => isMint(response.request()))
  await room.say('What do you know about tea?')
  const { sessionId, apiBaseUrl, accessToken } = grant.parse(await (await minting).json())
  expect(apiBaseUrl).toBe(vendor())
  await room.isAnswered()
  await expect(room.answers.last()).toContainText(/\w{3}/)

  await test.step('the next message needs no other token, and goes with what was said', async () => {
    await room.say('And what did I ask you just now?')
    await room.isAnswered()
    expect(room.minted()).toHaveLength(1)
    expect(room.asked()).toHaveLength(2)
    expect(room.throughServer()).toEqual([])
    const sent = room.asked()[1]?.postDataJSON()
    expect(sent).toMatchObject({ stream: true, compliance: true })
    expect(sent.messages).toHaveLength(4)
  })

  await test.step('the token is in the page’s memory only', async () => {
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    )
    expect(kept).not.toContain(accessToken)
  })

  await expect
    .poll(() => ledgerEntry(page, sessionId))
    .toMatchObject({ status: 'live', firstFrameMs: expect.any(Number) })
})

/** The vendor refuses this many requests, as it does with a token that has died. */
const refuse = (page: Page, times: number) =>
  page.route(
    `${vendor()}/v3/chat/completions`,
    (route) =>
      route.request().method() === 'OPTIONS'
        ? route.fallback()
        : route.fulfill({
            status: 401,
            headers: { 'Access-Control-Allow-Origin': new URL(page.url()).origin },
            json: { message: 'Unauthorized' },
          }),
    { times },
  )

test('a token that has died is replaced, and nobody notices', async ({ page }) => {
  await signIn(page)
  const room = await enter(page)
  await refuse(page, 1)
  await room.say('Hello')
  await room.isAnswered()
  expect(room.minted()).toHaveLength(2)
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
})

test('a token that is refused twice is told in words, and trying again helps', async ({ page }) => {
  await signIn(page)
  const room = await enter(page)
  await refuse(page, 2)
  await room.say('Hello')
  await expect(page.getByRole('alert').filter({ hasText: 'no longer open' })).toBeVisible()
  expect(room.minted()).toHaveLength(2)
  await page
    .getByRole('button', { name: /try again|retry/i })
    .first()
    .click()
  await room.isAnswered()
})
