import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { expect, signIn, test } from './fixtures'
import { Room } from './room'
import { vendorSessions } from './stand-ins'

const isHeard = 0.02
const story = 'Tell me everything'
const name = 'Ada'

const recorded = z.object({
  status: z.string(),
  endReason: z.string().nullable(),
  config: z.looseObject({ brain: z.string(), skipGreeting: z.literal(true) }),
})
const granted = z.object({
  sessionId: z.uuid(),
  brain: z.object({ vendor: z.string(), greeting: z.looseObject({ kind: z.literal('said') }) }),
})
const chunk = z.object({
  actionType: z.literal('talkstream'),
  payload: z.object({ content: z.string(), correlationId: z.string() }),
})

/** A persona that another service thinks for, made in the editor. Answers its id, and whose brain. */
async function makePersona(page: Page) {
  await page.goto('/personas/new')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page
    .getByRole('textbox', { name: 'System prompt' })
    .fill('You are a clockmaker from Kochi. You know that springs are patient.')
  await page.getByRole('textbox', { name: 'Greeting' }).fill('Good evening.')
  const model = page.getByRole('combobox', { name: 'Language model' })
  await model.selectOption('Flint')
  const services = model.locator('optgroup[label="Another service thinks"] option')
  const service = await services.first().textContent()
  await model.selectOption(service)
  await expect(page.getByText(`${service} thinks of every answer`)).toBeVisible()
  await expect(page.getByText('not while another service thinks for it')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  const saved = page.waitForResponse(
    (response) =>
      response.request().method() === 'PUT' && /\/api\/personas\/[\w-]+$/.test(response.url()),
  )
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const { content } = z
    .object({ content: z.looseObject({ brain: z.string(), llmId: z.null() }) })
    .parse((await saved).request().postDataJSON())
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  return { id: new URL(page.url()).pathname.split('/').at(-1) ?? '', brain: content.brain }
}

/** What goes to the face to be said, with when, in milliseconds since 1970. */
function watchTalkStreams(page: Page) {
  const sent: { text: string; stream: string; at: number }[] = []
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const read = chunk.safeParse(JSON.parse(String(payload))).data?.payload
      if (read) sent.push({ text: read.content, stream: read.correlationId, at: Date.now() })
    }),
  )
  return sent
}

async function ledger(page: Page, id: string) {
  const read = async (id: string) => (await fetch(`/api/sessions/${id}`)).json()
  return recorded.parse(await page.evaluate(read, id))
}

/** Makes the service of that id fail where these words are said. */
async function failAt(brain: string, fault: { match: string } & Record<string, unknown>) {
  const addresses = JSON.parse(readFileSync('.data/e2e/sandbox.json', 'utf8'))
  const response = await fetch(`${z.url().parse(addresses[brain])}/__sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ kind: 'chat', ...fault }),
  })
  expect(response.ok).toBe(true)
}

const chatGivenUp = (page: Page) =>
  page.waitForEvent('requestfailed', (request) => request.url().endsWith('/api/chat'))

async function begin(page: Page) {
  await signIn(page)
  const { id, brain } = await makePersona(page)
  const sent = watchTalkStreams(page)
  await page.goto(`/talk?persona=${id}`)
  const room = new Room(page)
  const minted = page.waitForResponse((response) => response.url().endsWith('/api/session-token'))
  await room.start()
  const grant = granted.parse(await (await minted).json())
  expect(grant.brain.vendor).toBe(brain)
  return { room, sent, brain, sessionId: grant.sessionId }
}

test('a persona that another service thinks for is made, talked with, interrupted and kept', async ({
  page,
}) => {
  test.slow()
  const { room, sent, brain, sessionId } = await begin(page)

  await test.step('it greets once, aloud', async () => {
    await expect(room.turnsOf(name)).toHaveText([/Good evening\./])
    await expect.poll(() => room.loudness(400)).toBeLessThan(0.005)
    expect(sent.map(({ text }) => text).join('')).toBe('Good evening.')
  })

  await test.step('a typed question is answered by the service, in words and speech, once', async () => {
    const asked = page.waitForRequest((request) => request.url().endsWith('/api/chat'))
    await room.say('What is your name?')
    expect((await asked).postDataJSON()).toMatchObject({ vendor: brain, sessionId })
    await expect(room.turnsOf(name).nth(1)).toContainText(name)
    await expect.poll(() => room.loudness(600)).toBeGreaterThan(isHeard)
    await expect.poll(() => room.loudness(600)).toBeLessThan(0.005)
    await expect(room.turnsOf(name)).toHaveCount(2)
    const [session] = await vendorSessions(sessionId)
    expect(JSON.stringify(session?.received)).not.toContain('What is your name')
  })

  await test.step('the first sentence leaves long before the last one is there', async () => {
    sent.length = 0
    await room.say(story)
    await expect.poll(() => sent.at(-1)?.text, { timeout: 30_000 }).toBe('')
    const sentences = sent.slice(0, -1)
    expect(sentences.length).toBeGreaterThan(20)
    for (const { text } of sentences) expect(text).toMatch(/[.!?]"? ?$/)
    expect(new Set(sent.map(({ stream }) => stream)).size).toBe(1)
    expect((sent.at(-1)?.at ?? 0) - (sent[0]?.at ?? 0)).toBeGreaterThan(3_000)
  })

  await test.step('interrupting what is all written silences it, and is marked', async () => {
    await expect.poll(() => room.loudness(400)).toBeGreaterThan(isHeard)
    await room.button('Interrupt').click()
    await expect.poll(() => room.loudness(400)).toBeLessThan(0.005)
    await expect(room.transcript()).toContainText(/interrupted/i)
  })

  await test.step('interrupting what is still thought of ends it at the service, too', async () => {
    sent.length = 0
    const given = chatGivenUp(page)
    await room.say(story)
    await expect.poll(() => sent.length).toBeGreaterThan(0)
    await room.button('Interrupt').click()
    await given
    expect(sent.at(-1)?.text).not.toBe('')
    await expect.poll(() => room.loudness(400)).toBeLessThan(0.005)
  })

  await test.step('another question takes the place of the one before', async () => {
    sent.length = 0
    const given = chatGivenUp(page)
    await room.say(story)
    await expect.poll(() => sent.length).toBeGreaterThan(0)
    await room.say('How are you?')
    await given
    await expect.poll(() => new Set(sent.map(({ stream }) => stream)).size).toBe(2)
    await expect(room.turnsOf(name).last()).toContainText(/well|mood/i)
  })

  await room.end()
  await expect
    .poll(() => ledger(page, sessionId))
    .toMatchObject({
      status: 'ended',
      endReason: 'visitor',
      config: { brain },
    })
  expect((await ledger(page, sessionId)).config).not.toHaveProperty('systemPrompt')
  await expect.poll(() => vendorSessions(sessionId)).toEqual([])
})

test('a service that fails is told of aloud and in the room, and the talk goes on', async ({
  page,
}) => {
  const { room, brain } = await begin(page)
  const words = `Is it ${crypto.randomUUID().slice(0, 8)} yet?`
  await failAt(brain, { match: words, status: 500 })
  await room.say(words)
  await expect(room.turnsOf(name).last()).toContainText('I could not think of an answer', {
    timeout: 30_000,
  })
  await expect(page.getByText(`The service that thinks for ${name} gave no answer`)).toBeVisible()
  await room.say('What is your name?')
  await expect(room.turnsOf(name).last()).toContainText(/I am|My name/)
  await expect(page.getByText(`The service that thinks for ${name}`)).toBeHidden()
  await room.end()
})

test('what is said aloud is answered by the service, too', { tag: '@speech' }, async ({ page }) => {
  const { room, brain } = await begin(page)
  const asked = page.waitForRequest((request) => request.url().endsWith('/api/chat'), {
    timeout: 40_000,
  })
  const { vendor, messages } = z
    .object({ vendor: z.string(), messages: z.array(z.object({ content: z.string() })) })
    .parse((await asked).postDataJSON())
  expect(vendor).toBe(brain)
  expect(messages.at(-1)?.content).toMatch(/\(spoken, [\d.]+ s\)/)
  await expect(room.turnsOf(name).nth(1)).toBeVisible({ timeout: 20_000 })
  await room.end()
})
