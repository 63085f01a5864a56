import type { Page } from '@playwright/test'
import { z } from 'zod'
import { expect, signIn, test } from './fixtures'
import { Room } from './room'

const sent = z.object({
  personaName: z.string(),
  context: z.string(),
  config: z.looseObject({
    name: z.string(),
    avatarId: z.string(),
    voiceId: z.string(),
    systemPrompt: z.string(),
  }),
})

/** What the ledger recorded of a session of this visitor. */
async function recorded(page: Page, sessionId: string) {
  const answer = await page.evaluate(
    async (id) => (await fetch(`/api/sessions/${id}`)).json(),
    sessionId,
  )
  return sent.parse(answer)
}

/** Writes what a persona cannot do without. */
async function write(page: Page, name: string, prompt: string) {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByRole('textbox', { name: 'System prompt' }).fill(prompt)
}

const save = async (page: Page) => {
  const kept = page.waitForResponse(
    (response) => /\/api\/personas(\/[\w-]+)?$/.test(response.url()) && response.ok(),
  )
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await kept
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
}

test('a persona is written, tried as a draft, saved, and is who one talks to', async ({ page }) => {
  await signIn(page)
  await page.goto('/personas')
  await page.getByRole('link', { name: 'New persona' }).click()
  await expect(page).toHaveURL(/\/personas\/new/)
  await write(page, 'Rosa', 'You are a gardener from Lisbon. You know that mint grows anywhere.')
  await page.getByRole('group', { name: 'Avatar' }).getByRole('radio', { name: /Leila/ }).check()
  await page
    .getByRole('group', { name: 'Voice' })
    .getByRole('radio', { name: /Giulia/ })
    .check()
  await page.getByRole('textbox', { name: 'Greeting' }).fill('Mind the tomatoes.')

  await test.step('the draft is talked to before it is saved', async () => {
    await page.getByRole('button', { name: 'Preview' }).click()
    await expect(page).toHaveURL(/draft=1/)
    const room = new Room(page)
    const { sessionId } = await room.start()
    await expect(room.turnsOf('Rosa').first()).toContainText('Mind the tomatoes.')
    expect(await recorded(page, sessionId)).toMatchObject({ personaName: 'Rosa' })
    await room.end()
    await page.getByRole('link', { name: 'Back to the editor' }).click()
  })

  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Rosa')
  await save(page)

  await test.step('saved, it is in the gallery and in the room, with its looks and voice', async () => {
    await page.goto('/personas')
    await page.getByRole('link', { name: /Talk with Rosa/ }).click()
    const room = new Room(page)
    await expect(page.getByRole('heading', { name: 'Rosa' })).toBeVisible()
    const { sessionId } = await room.start()
    await room.say('What do you know about mint?')
    await expect(room.turnsOf('Rosa').nth(1)).toContainText(/mint/i)
    const { config } = await recorded(page, sessionId)
    expect(config.systemPrompt).toContain('gardener from Lisbon')
    const catalogue = await page.evaluate(async () => ({
      avatars: await (await fetch('/api/catalogue/avatars?search=leila')).json(),
      voices: await (await fetch('/api/catalogue/voices?search=giulia')).json(),
    }))
    expect(catalogue).toMatchObject({
      avatars: { items: [{ id: config.avatarId }] },
      voices: { items: [{ id: config.voiceId }] },
    })
    await room.end()
  })
})

test('what is written by one is nowhere to be found by another', async ({ browser, page }) => {
  await signIn(page)
  await page.goto('/personas/new')
  await write(page, 'Secret Rosa', 'You keep secrets.')
  await save(page)
  const address = page.url()
  const id = address.split('/').at(-1) ?? ''

  const other = await (await browser.newContext()).newPage()
  await signIn(other)
  await other.goto('/personas')
  await expect(other.getByText('Secret Rosa')).toHaveCount(0)
  expect((await other.goto(address))?.status()).toBe(404)
  await other.goto(`/talk?persona=${id}`)
  await expect(other.getByRole('heading', { name: 'Mira' })).toBeVisible()
  await other.context().close()
})

test('what was changed in another tab is not overwritten, and nothing typed is lost', async ({
  page,
  context,
}) => {
  await signIn(page)
  await page.goto('/personas/new')
  await write(page, 'Rosa', 'You garden.')
  await save(page)
  const second = await context.newPage()
  await second.goto(page.url())
  await write(second, 'Rosa the second', 'You garden more.')
  await save(second)

  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Rosa the first')
  await expect(page.getByText(/another tab/i).first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(
    'Rosa the first',
  )
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await save(page)
  await second.reload()
  await expect(second.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(
    'Rosa the first',
  )
})

test('a persona with markup for a name is text everywhere', async ({ page }) => {
  await signIn(page)
  const name = '<img src=x onerror=alert(1)>'
  await page.goto('/personas/new')
  await write(page, name, 'You are text.')
  await save(page)
  await page.goto('/personas')
  await expect(page.getByText(name).first()).toBeVisible()
  await page.goto(
    `/talk?persona=${(await page.getByRole('link', { name: /Talk with <img/ }).getAttribute('href'))?.split('=').at(-1)}`,
  )
  await expect(page.getByRole('heading', { name })).toBeVisible()
})
