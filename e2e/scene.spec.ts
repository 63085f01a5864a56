import AxeBuilder from '@axe-core/playwright'
import { expect, signIn, test } from './fixtures'
import { Room } from './room'

const startsIn = (room: Room) =>
  room.page.waitForRequest((request) => request.url().endsWith('/api/session-token'))

test('what a talk is about is asked for, checked, sent, shown and kept for the next', async ({
  page,
}) => {
  await signIn(page)
  const room = new Room(page)
  await room.button('What is it about?').click()
  const sheet = page.getByRole('dialog', { name: 'What is it about?' })
  await sheet.getByRole('radio', { name: /Customer support/ }).check()
  await sheet.getByLabel('Product').fill('Desk lamp')
  await sheet.getByLabel('Order number').fill('A;1')
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(sheet.getByLabel('Order number')).toBeFocused()
  await expect(sheet.getByText('Letters, digits and # . / - only.')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await sheet.getByLabel('Order number').fill('A-1042')
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(sheet).toBeHidden()
  await expect(room.button('About: Customer support')).toBeVisible()

  const expected = {
    context: 'customer-support',
    metadata: { product: 'Desk lamp', orderNumber: 'A-1042' },
  }
  const first = startsIn(room)
  await room.start()
  expect((await first).postDataJSON()).toMatchObject(expected)
  await expect(room.stage().getByText('About: Customer support')).toBeVisible()
  await room.end()
  const second = startsIn(room)
  await room.button('Talk again').click()
  expect((await second).postDataJSON()).toMatchObject(expected)
  await expect(room.button('End conversation')).toBeVisible()
  await room.end()

  await page.reload()
  await expect(room.button('What is it about?')).toBeVisible()
})

test('closing the sheet changes nothing, and what was typed is there again', async ({ page }) => {
  await signIn(page)
  const room = new Room(page)
  await room.button('What is it about?').click()
  const sheet = page.getByRole('dialog', { name: 'What is it about?' })
  await sheet.getByRole('radio', { name: /Training/ }).check()
  await sheet.getByLabel('Topic').fill('Talking about money')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await room.button('What is it about?').click()
  await expect(sheet.getByRole('radio', { name: /Just talk/ })).toBeChecked()
  await sheet.getByRole('radio', { name: /Training/ }).check()
  await expect(sheet.getByLabel('Topic')).toHaveValue('Talking about money')
  await expect(sheet.getByLabel('Your level')).toHaveValue('beginner')
})

for (const width of [320, 1440]) {
  test(`the line about the talk moves nothing at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 })
    await signIn(page)
    const room = new Room(page)
    const boxes = async () => {
      // From here on the time has as many digits as it will have in every measure.
      await expect(page.getByRole('timer')).toContainText(/9:5\d/)
      return [
        await room.video().boundingBox(),
        await room.button('End conversation').boundingBox(),
        await page.getByRole('timer').boundingBox(),
      ]
    }
    await room.start()
    const without = await boxes()
    await room.end()
    await page.reload()
    await room.button('What is it about?').click()
    await page.getByRole('radio', { name: /Sales/ }).check()
    await page.getByRole('button', { name: 'Done' }).click()
    await room.start()
    await expect(room.stage().getByText('About: Sales')).toBeVisible()
    expect(await boxes()).toEqual(without)
  })
}
