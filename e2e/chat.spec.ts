import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { ChatPage, hasChatVendor } from './chat-room'
import { expect, signIn, signInByCode, test } from './fixtures'
import { countRenders, takeRenders } from './renders'

test.skip(!hasChatVendor, 'This app has no vendor whose chats our server carries.')

const everything = 'Tell me everything, please'

async function chatWith(page: Page) {
  await signIn(page)
  const chat = new ChatPage(page)
  await chat.open()
  return chat
}

test('from sign-in to the ledger: a chat is begun, kept, and ended', async ({ page }) => {
  await signInByCode(page)
  await page.getByRole('link', { name: 'Chat', exact: true }).click()
  const chat = new ChatPage(page)
  await expect(chat.message()).toBeFocused()

  await chat.button('Ask me about my weekend').click()
  await expect(chat.turns().first()).toContainText('Ask me about my weekend')
  await chat.isAnswered()
  await chat.ask('My name is Ada.')
  await chat.ask('What is my name?')
  await expect(chat.answer()).toContainText('You are Ada')

  await expect.poll(() => chat.kept()).toHaveLength(6)
  expect(await chat.kept()).toContain('What is my name?')
  await chat.button('New chat').click()
  await expect(chat.turns()).toHaveCount(0)
  await expect(chat.message()).toBeFocused()
  await expect
    .poll(async () => (await chat.ledger()).map(({ endReason }) => endReason))
    .toEqual(['visitor'])
})

test('an answer is read as it comes, and announced once, whole', async ({ page }) => {
  const chat = await chatWith(page)
  const announced = page.locator('main > [aria-live="polite"]')
  await chat.send(everything)
  await expect(chat.answer()).toContainText('You asked for everything')
  await expect(chat.answer()).toHaveAttribute('aria-busy', 'true')
  await expect(chat.log()).toHaveAttribute('aria-live', 'off')
  await expect(announced).toBeEmpty()
  await chat.isAnswered()
  await expect(announced).toContainText('few people do')
})

test('Stop keeps what has come, ends it at the vendor, and Retry asks again', async ({ page }) => {
  const chat = await chatWith(page)
  await chat.send(everything)
  await expect(chat.answer()).toContainText('You asked for everything')
  await chat.button('Stop').click()
  await expect(chat.answer()).toContainText('You stopped it.')
  await expect(chat.message()).toBeFocused()
  const stopped = await chat.answer().innerText()
  expect(stopped).not.toContain('few people do')
  await expect
    .poll(async () => (await chat.ledger())[0]?.messages.at(-1))
    .toMatchObject({ role: 'persona', interrupted: true })

  await chat.button('Retry').click()
  await chat.isAnswered()
  await expect(chat.answer()).toContainText('few people do')
  await chat.button('Bring it back').click()
  await expect(chat.answer()).toContainText('You stopped it.')
})

test('what was written can be changed; what came after it is replaced, and comes back', async ({
  page,
}) => {
  const chat = await chatWith(page)
  await chat.ask('My name is Ada.')
  await chat.ask('What is my name?')
  const first = chat.turns().first()
  await first.hover()
  await first.getByRole('button', { name: 'Edit' }).click()
  const field = page.getByRole('textbox', { name: 'Your message' })
  await expect(field).toBeFocused()
  await field.press('Escape')
  await expect(first.getByRole('button', { name: 'Edit' })).toBeFocused()

  await page.keyboard.press('Enter')
  await field.fill('My name is Grace.')
  await chat.button('Send again').click()
  await chat.isAnswered()
  await expect(chat.turns()).toHaveCount(2)
  await expect(chat.answer()).toContainText('Grace')
  await expect.poll(() => chat.kept()).toHaveLength(2)
  await chat.button('Bring it back').click()
  await expect(chat.answer()).toContainText('You are Ada')
  await expect.poll(() => chat.kept()).toHaveLength(4)
})

test('a chat survives a reload, also in the middle of an answer', async ({ page }) => {
  const chat = await chatWith(page)
  await chat.ask('My name is Ada.')
  await chat.send(everything)
  await expect(chat.answer()).toContainText('You asked for everything')
  await page.reload()
  await expect(chat.turns()).toHaveCount(4)
  await expect(chat.answer()).toContainText('You asked for everything')
  await expect(chat.answer()).toContainText('Cut')
  await expect.poll(async () => (await chat.kept()).at(-1)).toContain('You asked for everything')
  await chat.ask('What is my name?')
  await expect(chat.answer()).toContainText('You are Ada')
  expect(await chat.ledger()).toHaveLength(1)
})

test('a tab that was duplicated goes on with a chat of its own', async ({ page }) => {
  const chat = await chatWith(page)
  await chat.ask('My name is Ada.')
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    // The new tab gets a copy of this one's storage.
    page.evaluate(() => void window.open(location.href)),
  ])
  const other = new ChatPage(popup)
  await expect(other.turns()).toHaveCount(2)
  await popup.waitForTimeout(500)
  await other.ask('What is my name?')
  await expect(other.answer()).toContainText('You are Ada')
  await chat.ask('How many messages?')
  await expect
    .poll(async () => (await chat.ledger()).map(({ messages }) => messages.length))
    .toEqual([4, 4])
})

test('signing out leaves nothing of a chat in the tab', async ({ page }) => {
  await signInByCode(page)
  const chat = new ChatPage(page)
  await chat.open()
  await chat.ask('My secret is the number 7.')
  await page.getByRole('button', { name: 'your account' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('secret')
})

test('who does not want transcripts kept has none in the ledger', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('vis-a-vis.preferences', JSON.stringify({ keepTranscript: false }))
  })
  const chat = await chatWith(page)
  await chat.ask('My name is Ada.')
  await chat.button('New chat').click()
  await expect
    .poll(async () => (await chat.ledger()).map(({ endReason }) => endReason))
    .toEqual(['visitor'])
  expect(await chat.kept()).toEqual([])
})

test('Markdown becomes what it means, and its code can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const chat = await chatWith(page)
  await chat.ask('Show me a table about tea')
  await expect(chat.answer().getByRole('table')).toBeVisible()
  await expect(chat.answer().getByRole('cell', { name: '30 min' })).toBeVisible()
  await chat.ask('Write some code for me')
  await chat.answer().getByRole('button', { name: 'Copy code' }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^\/\*\* Greets[\s\S]*Grace!$/)
  await chat.ask('Give me a link')
  const link = chat.answer().getByRole('link')
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow')
  await expect(link).toHaveAttribute('target', '_blank')
  await chat.button('Copy chat').click()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain('Chat with Mira')
  expect(text).toContain('Give me a link')
})

test('what an answer says cannot become part of the page', async ({ page }) => {
  const chat = await chatWith(page)
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  // The stand-in says what it hears.
  await chat.ask(
    '<img src="/hostile" onerror="alert(1)"> [x](javascript:alert(1)) ![y](/hostile-too) <b>z</b>',
  )
  await expect(chat.answer()).toContainText('<b>z</b>')
  expect(await chat.answer().locator('img, b, a').count()).toBe(0)
  expect(requests.filter((url) => url.includes('hostile'))).toEqual([])
})

test('Enter sends; Shift and Enter is a new line; an input method keeps its Enter', async ({
  page,
}) => {
  const chat = await chatWith(page)
  await chat.message().pressSequentially('One')
  await chat.message().press('Shift+Enter')
  await chat.message().pressSequentially('Two')
  await chat.message().dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true })
  await expect(chat.message()).toHaveValue('One\nTwo')
  await expect(chat.turns()).toHaveCount(0)
  await chat.message().press('Enter')
  await expect(chat.turns().first()).toContainText('One\nTwo')
  await expect(chat.message()).toHaveValue('')
})

test('what is typed while an answer is written stays until it can be sent', async ({ page }) => {
  const chat = await chatWith(page)
  await chat.send(everything)
  await expect(chat.answer()).toContainText('You asked')
  await chat.send('And then?')
  await expect(chat.message()).toHaveValue('And then?')
  await chat.button('Stop').click()
  await chat.message().press('Enter')
  await expect(chat.turns().nth(2)).toContainText('And then?')
})

test('a message that is too long says so, and stays', async ({ page }) => {
  const chat = await chatWith(page)
  await chat.message().fill('x'.repeat(7_500))
  await expect(page.getByText(/characters? (left|too long)/)).toHaveCount(0)
  await chat.send('x'.repeat(8_010))
  await expect(page.getByText('10 characters too long')).toBeVisible()
  await expect(chat.turns()).toHaveCount(0)
  expect(await chat.message().inputValue()).toHaveLength(8_010)
})

test.describe('without a connection', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] })
  test('No connection, and Try again once there is one', async ({ page, context }) => {
    const chat = await chatWith(page)
    await context.setOffline(true)
    await chat.send('My name is Ada.')
    await expect(chat.alert()).toContainText('No connection')
    await context.setOffline(false)
    await chat.button('Try again').click()
    await chat.isAnswered()
    await expect(chat.turns()).toHaveCount(2)
    await expect(chat.alert()).toHaveCount(0)
  })
})

test('the words of an answer render nothing around them', async ({ page }) => {
  await countRenders(page)
  const chat = await chatWith(page)
  await chat.send(everything)
  await expect(chat.answer()).toContainText('You asked')
  await takeRenders(page)
  await expect(chat.answer()).toContainText('Networks do as they please')
  const { elsewhere, stage, log } = await takeRenders(page)
  expect([...elsewhere, ...stage]).toEqual([])
  expect(log.length).toBeGreaterThan(10)
})

test('another persona is another chat, and each comes back', async ({ page }) => {
  const chat = await chatWith(page)
  await chat.ask('My name is Ada.')
  await chat.button('Choose someone else').click()
  await page.getByRole('dialog').getByRole('button', { name: /Jonas/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jonas')
  await expect(chat.turns()).toHaveCount(0)
  await chat.button('Choose someone else').click()
  await page.getByRole('dialog').getByRole('button', { name: /Mira/ }).click()
  await expect(chat.turns()).toHaveCount(2)
})

const violations = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 1440]) {
    test.describe(`in ${colorScheme} at ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 844 } })
      test('a chat passes axe: empty, full, being changed, and failed', async ({ page }) => {
        const chat = await chatWith(page)
        expect(await violations(page)).toEqual([])
        await chat.ask('Show me a table about tea')
        await chat.ask('Write some code for me')
        expect(await violations(page)).toEqual([])
        await chat.turns().first().hover()
        await chat.button('Edit').first().click()
        expect(await violations(page)).toEqual([])
        await chat.button('Cancel').click()
        const words = `Fail for me at ${width} in ${colorScheme}`
        await chat.fails(words, { status: 500 })
        await chat.send(words)
        await expect(chat.alert()).toBeVisible()
        expect(await violations(page)).toEqual([])
      })
    })
  }
}

for (const width of [320, 390, 768, 1440]) {
  test(`a chat does not overflow at ${width} px, and every control can be hit`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 740 })
    const chat = await chatWith(page)
    await chat.ask('Write some code for me, and a table')
    await chat.ask('x'.repeat(200))
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBeLessThanOrEqual(0)
    const pane = page.getByRole('complementary', { name: 'Chat' })
    for (const button of await pane.getByRole('button').all()) {
      const box = await button.boundingBox()
      if (!box) continue
      expect(Math.min(box.width, box.height), await button.innerText()).toBeGreaterThanOrEqual(44)
      expect(box.x + box.width).toBeLessThanOrEqual(width)
    }
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })
  test('the chat is a sheet that is open, can be closed, and comes back', async ({ page }) => {
    const chat = await chatWith(page)
    await expect(chat.message()).toBeFocused()
    await expect(chat.button('Choose someone else')).toBeHidden()
    await chat.button('Close chat').click()
    await expect(chat.message()).toBeHidden()
    await expect(chat.button('Write to Mira')).toBeFocused()
    await expect(chat.button('Choose someone else')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mira')
    await chat.button('Write to Mira').click()
    await expect(chat.message()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(chat.message()).toBeHidden()
  })
})
