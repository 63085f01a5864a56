import { expect, test } from './stack'

test.use({ expectedErrors: [] })

test('nobody is there: the page asks, then ends the talk', async ({ visit }) => {
  await visit.page.clock.install()
  await visit.open()
  await visit.talk()
  // The greeting is heard to its end: a persona that speaks keeps the talk awake.
  await visit.page.waitForTimeout(6_000)
  await visit.page.clock.fastForward(151_000)
  await expect(visit.page.getByRole('alertdialog')).toBeVisible()
  await visit.page.clock.fastForward(31_000)
  await visit.sees('ended')
})

test('somebody is there after all', async ({ visit }) => {
  await visit.page.clock.install()
  await visit.open()
  await visit.talk()
  await visit.page.waitForTimeout(6_000)
  await visit.page.clock.fastForward(151_000)
  await visit.press('I’m here')
  await expect(visit.page.getByRole('alertdialog')).toBeHidden()
  await visit.sees('live')
  await visit.end()
})

test('the time is up: a warning in words, then a clean end', async ({ visit }) => {
  await visit.page.clock.install()
  await visit.open()
  await visit.talk()
  for (let minute = 0; minute < 4; minute += 1) {
    await visit.page.clock.fastForward(140_000)
    await visit.page.keyboard.press('Shift')
  }
  await visit.page.clock.fastForward(15_000)
  await expect(visit.page.getByText(/seconds left|half a minute|30 seconds/i).first()).toBeVisible()
  await visit.page.clock.fastForward(30_000)
  await visit.sees('ended')
  await expect(visit.page.getByText(/time/i).first()).toBeVisible()
})

test('the device slept: the picture is looked after, and the talk goes on', async ({ visit }) => {
  await visit.page.clock.install()
  await visit.open()
  await visit.talk()
  await visit.page.clock.fastForward(60_000)
  await visit.page.keyboard.press('Shift')
  await visit.sees('live')
  await visit.room.say('Good morning')
  await expect(visit.room.transcript()).toContainText('Good morning')
  await visit.end()
})
