import type { Page } from '@playwright/test'
import { expect, signIn, signInByCode, test } from './fixtures'
import { ledgerEntry } from './ledger'
import { VoiceRoom } from './voice-room'
import { VoiceStandIn } from './voice-stand-in'

test.skip(!VoiceStandIn.isThere(), 'This app has no vendor of voices.')

const isHeard = 0.01
const isSilent = 0.003
/** Half a minute of Malayalam. */
const story = 'ഒരു വലിയ മഴക്കാലത്ത് ഞങ്ങൾ പുഴയുടെ അരികിൽ ഇരുന്നു. '.repeat(8)

/** Somebody on the talk page, by voice. */
async function visit(page: Page) {
  await signIn(page)
  const room = new VoiceRoom(page)
  await room.open()
  return { room, vendor: new VoiceStandIn() }
}

/** Somebody who is being told a story. */
async function listen(page: Page) {
  const { room, vendor } = await visit(page)
  const { sessionId } = await room.start()
  await expect.poll(() => room.loudness(400)).toBeGreaterThan(isHeard)
  await vendor.say(room.vendorSession, story)
  const storyTurn = room.turnsOf('Mira').filter({ hasText: 'മഴക്കാലത്ത്' })
  await expect(storyTurn).toBeVisible()
  await expect(storyTurn).not.toContainText(/interrupted/i)
  return { room, vendor, sessionId, storyTurn }
}

test('from sign-in to the ledger, a talk that is only heard', async ({ page }) => {
  await signInByCode(page)
  const room = new VoiceRoom(page)
  await room.open()
  const vendor = new VoiceStandIn()
  const { sessionId, maxSessionSeconds } = await room.start()
  expect(maxSessionSeconds).toBe(600)
  await expect(page.getByRole('timer')).toContainText(/9:[0-5]\d|10:00/)

  await test.step('the greeting is heard, captioned and written down', async () => {
    await expect.poll(() => room.loudness(400)).toBeGreaterThan(isHeard)
    await expect(room.captions()).not.toBeEmpty()
    await expect(room.turnsOf('Mira').first()).toContainText('നമസ്കാരം')
    await expect(room.turnsOf('Mira').first()).toContainText('കേൾക്കുന്നുണ്ട്')
  })

  await test.step('nothing can be typed, which nobody would read', async () => {
    await expect(room.message()).toBeHidden()
  })

  await test.step('the vendor hears the room all the time', async () => {
    const { secondsHeard = 0 } = (await vendor.session(room.vendorSession)) ?? {}
    expect(secondsHeard).toBeGreaterThan(1)
    await expect
      .poll(async () => (await vendor.session(room.vendorSession))?.secondsHeard)
      .toBeGreaterThan(secondsHeard + 1)
  })

  await room.end()
  await expect.poll(() => ledgerEntry(page, sessionId)).toMatchObject({ status: 'ended' })
  expect((await ledgerEntry(page, sessionId)).firstFrameMs).toBeGreaterThan(0)
  await expect.poll(() => vendor.session(room.vendorSession)).toBeUndefined()
  expect(room.openSockets).toBe(0)
})

test('interrupting stops the voice at once, and what was not heard is not written', async ({
  page,
}) => {
  const { room, vendor, storyTurn } = await listen(page)
  await room.button('Interrupt').click()
  await expect.poll(() => room.loudness(300), { timeout: 3_000 }).toBeLessThan(isSilent)
  await expect(storyTurn).toContainText(/interrupted/i)
  await expect.poll(async () => (await vendor.session(room.vendorSession))?.replying).toBe(false)
  const { received = [] } = (await vendor.session(room.vendorSession)) ?? {}
  expect(received.map(({ type }) => type)).toContain('response.cancel')
  expect((await storyTurn.innerText()).length).toBeLessThan(story.length)
  await room.end()
})

test('the volume and the mute of the page are those of the voice', async ({ page }) => {
  const { room } = await listen(page)
  await room.video().evaluate((video: HTMLVideoElement) => {
    video.volume = 0
  })
  await expect.poll(() => room.loudness(300)).toBeLessThan(isSilent)
  await room.video().evaluate((video: HTMLVideoElement) => {
    video.volume = 1
  })
  await expect.poll(() => room.loudness(300)).toBeGreaterThan(isHeard)
  await room.video().evaluate((video: HTMLVideoElement) => {
    video.muted = true
  })
  await expect.poll(() => room.loudness(300)).toBeLessThan(isSilent)
  await room.end()
})

test('a tool is used in the page, and the persona goes on with what came of it', async ({
  page,
}) => {
  const { room, vendor } = await visit(page)
  await room.start()
  await expect.poll(() => room.loudness(400)).toBeGreaterThan(isHeard)
  await vendor.useTool(room.vendorSession, 'show_card', {
    title: 'Kochi',
    text: 'A harbour, and the spice market behind it.',
  })
  await expect(page.getByRole('heading', { name: 'Kochi' })).toBeVisible()
  await expect(room.transcript().locator('[data-tool]')).toContainText('Show a card: Kochi')
  await expect
    .poll(async () => (await vendor.session(room.vendorSession))?.pendingCalls)
    .toEqual([])
  // The stand-in says that the tool has answered.
  await expect(room.turnsOf('Mira').last()).toContainText('മറുപടി')

  await vendor.useTool(room.vendorSession, 'launch_rocket', {})
  await expect(room.turnsOf('Mira').last()).toContainText('പ്രവർത്തിച്ചില്ല')
  await room.end()
})

test('on loudspeakers nothing is sent while the persona is heard', async ({ page }) => {
  const { room, vendor } = await visit(page)
  await page.evaluate(() => {
    const kept: unknown = JSON.parse(localStorage.getItem('vis-a-vis.preferences') ?? '{}')
    const changed = JSON.stringify({ ...Object(kept), holdMicrophone: true })
    localStorage.setItem('vis-a-vis.preferences', changed)
  })
  await page.reload()
  await room.start()
  await expect.poll(() => room.loudness(400)).toBeGreaterThan(isHeard)
  const heard = async () => (await vendor.session(room.vendorSession))?.bytesHeard ?? 0
  const before = await heard()
  await expect.poll(() => room.loudness(400)).toBeGreaterThan(isHeard)
  expect(await heard()).toBe(before)
  await expect(page.getByText('Mira is listening')).toBeVisible()
  await expect.poll(heard).toBeGreaterThan(before)
  await room.end()
})

test('what the visitor says is heard, written and answered', { tag: '@speech' }, async ({
  page,
}) => {
  const { room } = await visit(page)
  await room.start()
  await expect(room.turnsOf('You').first()).toBeVisible({ timeout: 30_000 })
  await expect(room.turnsOf('Mira').last()).toContainText('നിങ്ങൾ', { timeout: 20_000 })
  await expect.poll(() => room.loudness(400)).toBeGreaterThan(isHeard)
  await room.end()
})

test('whoever speaks while the persona does is not drowned by it', { tag: '@speech' }, async ({
  page,
}) => {
  const { room, vendor, storyTurn } = await listen(page)
  await expect(storyTurn).toContainText(/interrupted/i, { timeout: 30_000 })
  await expect(room.turnsOf('You').last()).toBeVisible({ timeout: 20_000 })
  const { received = [] } = (await vendor.session(room.vendorSession)) ?? {}
  // It has noticed by itself.
  expect(received.map(({ type }) => type)).not.toContain('response.cancel')
  await room.end()
})

test('muted, the visitor is not heard, and can be again', { tag: '@speech' }, async ({ page }) => {
  const { room, vendor } = await visit(page)
  await room.start()
  await room.button('Mute microphone').click()
  const session = () => vendor.session(room.vendorSession)
  const { turns = 0, secondsHeard = 0 } = (await session()) ?? {}
  // Longer than the question takes to come round again.
  await expect
    .poll(async () => (await session())?.secondsHeard, { timeout: 30_000 })
    .toBeGreaterThan(secondsHeard + 13)
  expect((await session())?.turns).toBe(turns)
  await room.button('Unmute microphone').click()
  await expect(room.turnsOf('You').first()).toBeVisible({ timeout: 30_000 })
  await room.end()
})
