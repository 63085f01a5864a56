import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures'
import { Room } from './room'
import { callTool, vendorSessions } from './stand-ins'

/** A talk with Mira, and what her tools put on the page. */
async function talk(page: Page) {
  await signIn(page)
  const room = new Room(page)
  const { sessionId } = await room.start()
  const heading = (name: string | RegExp) => page.getByRole('heading', { name })
  const uses = (words: string | RegExp) =>
    room.transcript().locator('[data-tool]').filter({ hasText: words })
  /** What came back to the persona for its tools, newest last. */
  const results = async () => {
    const [session] = await vendorSessions(sessionId)
    const ofTool = { message_type: 'tool_result' }
    return (session?.received ?? []).filter((message) => isLike(message, ofTool))
  }
  return { room, sessionId, heading, uses, results }
}

const isLike = (message: unknown, part: Record<string, unknown>) =>
  Object.entries(part).every(([key, value]) => Object(message)[key] === value)

test('every tool works in one conversation, and the transcript shows them', async ({ page }) => {
  test.setTimeout(150_000)
  const { room, sessionId, heading, uses } = await talk(page)

  await room.say('Show me a card about Bologna')
  await expect(heading('Bologna')).toBeVisible()
  await expect(room.turnsOf('Mira').last()).toContainText('is on the screen')
  await room.button('Close card').click()
  await expect(heading('Bologna')).toBeHidden()

  await room.say('Let me choose between tea and coffee')
  await room.button('coffee').click()
  await expect(room.turnsOf('Mira').last()).toContainText('You picked "coffee"')

  await room.say('Set a timer for ten seconds')
  await expect(heading('Mira would like to set a timer: ten seconds.')).toBeVisible()
  await room.button('Not now').click()
  await expect(room.turnsOf('Mira').last()).toContainText('You said no')
  await expect(page.getByRole('list', { name: 'Timers' })).toBeHidden()

  await room.say('Set a timer for three seconds')
  await room.button('Allow').click()
  await expect(page.getByRole('timer', { name: 'Timer Timer' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Timers' })).toContainText('is over')
  await room.button('Close timer Timer').click()
  await expect(page.getByRole('list', { name: 'Timers' })).toBeHidden()

  await room.say('How do I mute myself?')
  await expect(room.turnsOf('Mira').last()).toContainText('microphone')

  await room.say('Switch to Italian')
  await expect(heading('Mira would like to go on in Italian.')).toBeVisible()
  await room.button('Allow').click()
  await expect(room.turnsOf('Mira').last()).toContainText('Italian')
  const [session] = await vendorSessions(sessionId)
  expect(session?.received).toContainEqual({
    message_type: 'persona_config',
    data: { languageCode: 'it' },
  })

  await room.say("Let's end the conversation")
  await room.button('Keep talking').click()
  await expect(room.turnsOf('Mira').last()).toContainText('You said no')
  await room.say('Goodbye')
  await room.button('End').click()
  await expect(room.button('Talk again')).toBeVisible()
  await expect(page.getByText('Mira asked to end it, and you agreed.')).toHaveCount(2)
  await expect(page.getByText('Kept', { exact: true })).toBeVisible()

  await expect(uses(/./)).toHaveText([
    /Show a card: Bologna/,
    /Offer choices: .* coffee/,
    /Set a timer: ten seconds · You said no/,
    /Set a timer: three seconds/,
    /Look up help: mute/,
    /Change the language: Italian/,
    /End the conversation · You said no/,
    /End the conversation/,
  ])
})

test('a tool that is unknown or called wrongly is told to the persona, and asks nobody', async ({
  page,
}) => {
  const { room, sessionId, uses, results } = await talk(page)
  await callTool(sessionId, 'launch_rocket', {})
  await expect(uses('Use a tool: launch_rocket · Did not work')).toBeVisible()
  await callTool(sessionId, 'set_timer', { seconds: 'ten' })
  await callTool(sessionId, 'offer_choices', { question: 'Which?', choices: ['Only one'] })
  await expect(uses('Did not work')).toHaveCount(3)
  await expect(async () => {
    const errors = (await results()).map((result) => String(Object(result).error))
    expect(errors).toEqual([
      expect.stringContaining('There is no tool'),
      expect.stringContaining('do not fit'),
      expect.stringContaining('do not fit'),
    ])
  }).toPass()
  await expect(page.locator('[data-tool-question]')).toBeHidden()
  await room.end()
})

test('a question takes no focus, comes before the controls, and is answered by the keyboard', async ({
  page,
}) => {
  const { room, sessionId, heading, results } = await talk(page)
  await room.message().focus()
  const bar = page.getByRole('toolbar', { name: 'Conversation' })
  const before = await bar.boundingBox()
  await callTool(sessionId, 'change_language', { language: 'it' })
  await expect(heading('Mira would like to go on in Italian.')).toBeVisible()
  await expect(page.getByText(/before the controls: Allow, Not now/)).toHaveCount(1)
  await expect(room.message()).toBeFocused()
  expect(await bar.boundingBox()).toEqual(before)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])

  await room.button('Not now').focus()
  await page.keyboard.press('Shift+Tab')
  await expect(room.button('Allow')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await bar.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(heading(/Italian/)).toBeHidden()
  await expect.poll(async () => (await results()).length).toBe(1)
  expect(await bar.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await room.end()
})

test('what is open when a conversation ends is not in the next one', async ({ page }) => {
  const { room, sessionId, heading, uses } = await talk(page)
  await callTool(sessionId, 'show_card', { title: 'Arcades', text: 'Forty kilometres of them.' })
  await callTool(sessionId, 'offer_choices', { question: 'Which one?', choices: ['a', 'b'] })
  await expect(heading('Arcades')).toBeVisible()
  await expect(heading('Which one?')).toBeVisible()
  await room.end()
  await expect(heading('Arcades')).toBeHidden()
  await expect(heading('Which one?')).toBeHidden()
  await expect(uses('Offer choices: Which one? · Did not work')).toBeVisible()
  await room.button('Talk again').click()
  await expect(room.button('End conversation')).toBeVisible()
  await expect(heading('Arcades')).toBeHidden()
  await expect(uses(/./)).toHaveCount(0)
  await room.end()
})

for (const [width, height] of [
  [320, 640],
  [390, 844],
] as const) {
  test(`on a phone of ${width} px a question is in reach, also above the transcript`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await signIn(page)
    const room = new Room(page)
    const { sessionId } = await room.start()
    const choices = ['Food', 'Towers and churches', 'The university', 'How to get around']
    await callTool(sessionId, 'offer_choices', { question: 'What first?', choices })
    const food = room.button('Food')
    await expect(food).toBeInViewport({ ratio: 1 })
    const target = await food.boundingBox()
    expect(target?.height).toBeGreaterThanOrEqual(44)
    await room.button('Transcript').click()
    await expect(food).toBeInViewport({ ratio: 1 })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(width)
    await food.click()
    await expect(room.transcript()).toContainText('Offer choices: What first? Food')
    await page.keyboard.press('Escape')
    await room.end()
  })
}
