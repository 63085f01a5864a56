import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { type EngineWords, keepEngineChannel, receive } from './engine-words'
import { expect, signIn, test } from './fixtures'
import { countRenders, takeRenders } from './renders'
import { Room } from './room'

/** A talk whose greeting is over, so that only what a test lets arrive is said. */
async function quietTalk(page: Page) {
  await keepEngineChannel(page)
  await signIn(page)
  const room = new Room(page)
  await room.start()
  await expect(room.turnsOf('Mira').first()).toBeVisible()
  await room.button('Interrupt').click()
  await expect(room.transcript()).toContainText('You interrupted')
  return room
}

/** So many short exchanges, the last of them complete. */
const exchanges = (count: number): EngineWords[] =>
  Array.from({ length: count }, (_, index) => [
    { id: `q${index}`, role: 'user' as const, text: `Question ${index}?`, ends: true },
    { id: `a${index}`, role: 'persona' as const, text: `Answer ${index}.`, ends: true },
  ]).flat()

test('words arriving render the captions and the transcript, and nothing else', async ({
  page,
}) => {
  await countRenders(page)
  await signIn(page)
  const room = new Room(page)
  await room.start()
  await room.say('Tell me everything you know about coffee, please.')
  const answer = room.turnsOf('Mira').nth(1)
  await expect(answer).toContainText(/\w+ \w+ \w+/)
  await expect(room.status()).toHaveText('Mira is speaking')

  const length = async () => (await answer.innerText()).split(' ').length
  const before = await length()
  await takeRenders(page)
  await expect.poll(length).toBeGreaterThan(before + 4)
  const renders = await takeRenders(page)

  await expect(room.status()).toHaveText('Mira is speaking')
  expect(renders.captions.length).toBeGreaterThan(3)
  expect(renders.log.length).toBeGreaterThan(3)
  expect(renders).toMatchObject({ stage: [], controls: [], elsewhere: [] })
  await room.end()
})

test('a chunk of several words is captioned word by word, on two lines that stay', async ({
  page,
}) => {
  const room = await quietTalk(page)
  const said = room.captions()
  const rest = said.locator('span')
  const place = () => page.locator('[data-captions]').boundingBox()
  const empty = await place()

  const text =
    'This is a sentence of ordinary length that somebody says at an ordinary pace. And here is another one.'
  await receive(page, [{ id: 'one', role: 'persona', text }])
  await expect(said).toHaveText(/^This/)
  await expect(rest).toHaveText(/^ .*ordinary/)
  await expect(rest).not.toHaveText(/sentence/)
  const box = await said.boundingBox()
  expect(await place()).toEqual(empty)

  await receive(page, [{ id: 'one', role: 'persona', text: '', ends: true, interrupted: true }])
  await expect(rest).toBeHidden()
  expect(await said.boundingBox()).toEqual(box)
  expect(await page.locator('[aria-live="polite"] [data-caption]').count()).toBe(0)

  await receive(page, [{ id: 'two', role: 'persona', text, ends: true }])
  await expect(said).toHaveText('And here is another one.')
  await room.button('Captions').click()
  await expect(said).toBeHidden()
  expect(await place()).toEqual(empty)
  await room.end()
})

test('the transcript can be kept as a text file', async ({ page }) => {
  const room = await quietTalk(page)
  await receive(page, exchanges(1))
  const cut = { id: 'cut', role: 'persona', ends: true, interrupted: true } as const
  await receive(page, [{ ...cut, text: 'Once upon' }])
  const downloaded = page.waitForEvent('download')
  await room.button('Download transcript').click()
  const file = await downloaded
  expect(file.suggestedFilename()).toMatch(
    /^Conversation with Mira \d{4}-\d\d-\d\d \d\d-\d\d\.txt$/,
  )
  const text = await readFile(await file.path(), 'utf8')
  expect(text).toMatch(/^Conversation with Mira\n/)
  expect(text).toMatch(
    /\[0:\d\d\] You\nQuestion 0\?\n\n\[0:\d\d\] Mira\nAnswer 0\.\n\n\[0:\d\d\] Mira\nOnce upon\n\(You interrupted\)\n$/,
  )
  await room.end()
})

test('the transcript follows the newest turn, and a reader who scrolls up is left alone', async ({
  page,
}) => {
  const room = await quietTalk(page)
  const log = room.transcript()
  const latest = room.button('Latest')
  const fromEnd = () =>
    log.evaluate(({ scrollHeight, scrollTop, clientHeight }) =>
      Math.round(scrollHeight - scrollTop - clientHeight),
    )
  const first = () =>
    log.evaluate((element) => {
      const { top } = element.getBoundingClientRect()
      const turns = [...element.querySelectorAll('article')]
      const turn = turns.find((turn) => turn.getBoundingClientRect().top > top)
      return turn && [turn.innerText, Math.round(turn.getBoundingClientRect().top - top)]
    })

  await receive(page, exchanges(60))
  await expect(log).toContainText('Answer 59.')
  await expect.poll(fromEnd).toBeLessThan(2)
  await expect(latest).toBeHidden()

  await test.step('also while one turn grows longer than the pane', async () => {
    for (let part = 0; part < 20; part += 1) {
      const text = `Part ${part} of a very long answer that goes on. `.repeat(3)
      await receive(page, [{ id: 'long', role: 'persona', text }])
    }
    await expect(log).toContainText('Part 19')
    await expect.poll(fromEnd).toBeLessThan(2)
  })

  await test.step('not for somebody who reads further up, by keyboard', async () => {
    await log.focus()
    await page.keyboard.press('PageUp')
    await page.keyboard.press('PageUp')
    await expect(latest).toBeVisible()
    // The browser's own scrolling goes on for a moment.
    await expect
      .poll(async () => {
        const before = await fromEnd()
        await page.waitForTimeout(250)
        return (await fromEnd()) === before
      })
      .toBe(true)
    const read = await first()
    await receive(
      page,
      exchanges(5).map((turn) => ({ ...turn, id: `later-${turn.id}` })),
    )
    await expect(log.getByText('Answer 4.')).toHaveCount(2)
    expect(await first()).toEqual(read)
  })

  await test.step('until they go back to the newest', async () => {
    await page.keyboard.press('Tab')
    await expect(latest).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(latest).toBeHidden()
    await expect(log).toBeFocused()
    await expect.poll(fromEnd).toBeLessThan(2)
    await receive(page, [{ id: 'last', role: 'user', text: 'One more.', ends: true }])
    await expect.poll(fromEnd).toBeLessThan(2)
  })

  await test.step('or for a wheel', async () => {
    await log.hover()
    await page.mouse.wheel(0, -30)
    await expect(latest).toBeVisible()
    await page.mouse.wheel(0, 10_000)
    await expect(latest).toBeHidden()
  })
  await room.end()
})
