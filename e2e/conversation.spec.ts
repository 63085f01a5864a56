import { comeAsGuest, expect, signIn, test } from './fixtures'
import { ledgerEntry } from './ledger'
import { Room } from './room'
import { vendorSessions } from './stand-ins'

test('a newcomer without any account talks face to face', async ({ page }) => {
  await comeAsGuest(page)
  const room = new Room(page)
  const { sessionId, maxSessionSeconds } = await room.start()
  expect(maxSessionSeconds).toBe(120)
  expect(await vendorSessions(sessionId)).toHaveLength(1)
  await expect(page.getByRole('timer')).toContainText(/1:[0-5]\d|2:00/)

  await test.step('the video moves and is not black', async () => {
    const first = await room.frame()
    expect(first).toMatchObject({ width: 720, height: 480 })
    expect(first.mean).toBeGreaterThan(10)
    await expect.poll(async () => (await room.frame()).hash).not.toBe(first.hash)
  })

  await test.step('the greeting is heard, captioned and written down', async () => {
    expect(await room.loudness(2_500)).toBeGreaterThan(0.02)
    await expect(room.transcript()).toContainText('Mira')
    await expect(room.captions()).not.toBeEmpty()
  })

  await test.step('a typed question is shown at once and answered in words and speech', async () => {
    await room.say('What is your name?')
    await expect(room.transcript()).toContainText('What is your name?')
    await expect(room.turnsOf('Mira').nth(1)).toContainText(/Mira/)
    await expect.poll(() => room.loudness(600)).toBeGreaterThan(0.02)
  })

  await test.step('interrupting stops the voice and marks the turn', async () => {
    await room.say('Tell me everything you know about coffee, please.')
    await expect.poll(() => room.loudness(400)).toBeGreaterThan(0.02)
    await room.button('Interrupt').click()
    await expect.poll(() => room.loudness(400)).toBeLessThan(0.005)
    await expect(room.transcript()).toContainText(/interrupted/i)
  })

  await test.step('muting is a press away, and back', async () => {
    await room.button('Mute microphone').click()
    await room.button('Unmute microphone').click()
    await expect(room.button('Mute microphone')).toBeVisible()
  })

  await room.end()
  await expect.poll(() => ledgerEntry(page, sessionId)).toMatchObject({ status: 'ended' })
  await expect.poll(() => vendorSessions(sessionId)).toEqual([])
  expect((await ledgerEntry(page, sessionId)).firstFrameMs).toBeGreaterThan(0)
})

test('signed in by email, a visitor has ten minutes and can talk again', async ({ page }) => {
  await signIn(page)
  const room = new Room(page)
  const first = await room.start()
  expect(first.maxSessionSeconds).toBe(600)
  await room.end()
  await room.button('Talk again').click()
  await expect(room.button('End conversation')).toBeVisible()
  await room.end()
})

test('each persona answers as itself', async ({ page }) => {
  await signIn(page)
  await page.goto('/talk?persona=jonas')
  const room = new Room(page)
  await room.start()
  await room.say('Who are you?')
  await expect(room.turnsOf('Jonas').last()).toContainText('Jonas')
  await room.end()
})
