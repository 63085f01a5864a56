import { expect, signIn, test } from './fixtures'
import { Room } from './room'

test('keys do what the buttons do, but never while somebody types', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await signIn(page)
  const room = new Room(page)
  await room.start()
  const mute = room.button('Mute microphone')
  const unmute = room.button('Unmute microphone')
  const captions = room.button('Captions')

  await test.step('M mutes and unmutes', async () => {
    await page.keyboard.press('m')
    await expect(unmute).toBeVisible()
    await page.keyboard.press('m')
    await expect(mute).toBeVisible()
  })

  await test.step('the space bar mutes while it is held, and still presses a focused button', async () => {
    await page.keyboard.down('Space')
    await expect(unmute).toBeVisible()
    await page.waitForTimeout(400)
    await page.keyboard.up('Space')
    await expect(mute).toBeVisible()
    await captions.focus()
    await page.keyboard.press('Space')
    await expect(captions).toHaveAttribute('aria-pressed', 'false')
    await expect(mute).toBeVisible()
  })

  await test.step('letters in a message are letters', async () => {
    await page.keyboard.press('/')
    await expect(room.message()).toBeFocused()
    await page.keyboard.type('me, mice? ')
    await expect(room.message()).toHaveValue('me, mice? ')
    await expect(mute).toBeVisible()
    await room.message().fill('')
    await captions.focus()
  })

  await test.step('the sheet names the keys and switches them off', async () => {
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(sheet).toContainText('Hold to end the conversation')
    await sheet.getByRole('switch').click()
    await sheet.getByRole('button', { name: 'Close' }).click()
    await expect(sheet).toBeHidden()
    await page.keyboard.press('m')
    await expect(mute).toBeVisible()
    await room.button('Keyboard shortcuts').click()
    await sheet.getByRole('switch').click()
    await page.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
  })

  await test.step('E ends only when it is held', async () => {
    await page.keyboard.press('e')
    await expect(room.button('End conversation')).toBeVisible()
    await page.keyboard.down('e')
    await expect(room.button('Talk again')).toBeVisible()
    await page.keyboard.up('e')
  })
})

test('in push to talk nobody is heard who does not hold', async ({ page }) => {
  await page.addInitScript(() => {
    const preferences = { pushToTalk: true, isChecked: true }
    localStorage.setItem('vis-a-vis.preferences', JSON.stringify(preferences))
  })
  await signIn(page)
  const room = new Room(page)
  await room.start()
  const mute = room.button('Mute microphone')
  const unmute = room.button('Unmute microphone')
  await expect(unmute).toBeVisible()
  await expect(page.getByText('Hold space to talk')).toBeVisible()
  await page.keyboard.down('Space')
  await expect(mute).toBeVisible()
  await page.evaluate(() => window.dispatchEvent(new Event('blur')))
  await expect(unmute).toBeVisible()
  await page.keyboard.up('Space')
  await unmute.hover()
  await page.mouse.down()
  await expect(mute).toBeVisible()
  await page.mouse.move(20, 200)
  await page.mouse.up()
  await expect(unmute).toBeVisible()
  await room.end()
})

for (const width of [320, 390]) {
  test(`every control is there and large enough at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 })
    await signIn(page)
    const room = new Room(page)
    await room.start()
    const controls = page.getByRole('toolbar', { name: 'Conversation' }).getByRole('button')
    await expect(controls).toHaveCount(7)
    for (const control of await controls.all()) {
      const box = await control.boundingBox()
      expect(box?.width).toBeGreaterThanOrEqual(44)
      expect(box?.height).toBeGreaterThanOrEqual(44)
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
    }
    await room.button('More').click()
    await expect(page.getByRole('menuitem', { name: 'Keyboard shortcuts' })).toBeVisible()
    await page.keyboard.press('Escape')
    await room.end()
  })
}
