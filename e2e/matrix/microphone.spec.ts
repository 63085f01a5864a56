import {
  leaveMicrophoneUnanswered,
  liveMicrophones,
  openedMicrophones,
  refuseMicrophone,
  unplugMicrophone,
} from './microphones'
import { expect, test } from './stack'
import type { Visit } from './visit'

/** It says that the persona cannot hear and what helps; typing works. */
async function talksByTyping(visit: Visit) {
  const stage = visit.room.stage()
  await expect(stage.getByRole('heading', { level: 2 })).toHaveText(/hear/)
  await expect(stage.getByRole('alert')).not.toBeEmpty()
  await visit.room.say('Can you read this?')
  await expect(visit.room.turnsOf('Mira').nth(1)).toBeVisible()
  expect(visit.sessions).toHaveLength(1)
  await visit.end()
}

for (const [what, name, message] of [
  ['denied', 'NotAllowedError', 'Permission denied'],
  ['dismissed', 'NotAllowedError', 'Permission dismissed'],
  ['missing', 'NotFoundError', ''],
  ['in use by another app', 'NotReadableError', ''],
  ['blocked by policy', 'SecurityError', ''],
] as const) {
  test(`microphone ${what}: the remedy in words, and a talk by typing`, async ({ visit }) => {
    await refuseMicrophone(visit.page, name, message)
    await visit.talk()
    await talksByTyping(visit)
  })
}

test('microphone allowed after all: one press, and it is heard in the same session', async ({
  visit,
}) => {
  const allow = await refuseMicrophone(visit.page, 'NotAllowedError')
  await visit.talk()
  await allow()
  await visit.press('Try again')
  await expect.poll(() => liveMicrophones(visit.page)).toBeGreaterThan(0)
  await expect(visit.room.stage().getByRole('heading', { level: 2 })).toHaveCount(0)
  expect(visit.sessions).toHaveLength(1)
  await visit.end()
})

test.describe(() => {
  test.use({ ownClock: true })
  test('microphone question unanswered for 45 s: a talk by typing; a late yes opens nothing', async ({
    visit,
  }) => {
    const allow = await leaveMicrophoneUnanswered(visit.page)
    await visit.press('Start talking')
    await visit.sees('preparing')
    await expect.poll(() => visit.sessions.length).toBe(1)
    await visit.page.clock.fastForward(45_000)
    await visit.sees('live')
    await allow()
    await expect.poll(() => openedMicrophones(visit.page)).toBeGreaterThan(0)
    await expect.poll(() => liveMicrophones(visit.page)).toBe(0)
    await talksByTyping(visit)
  })
})

test('microphone unplugged in mid-talk: another one takes over in the same session', async ({
  visit,
}) => {
  await visit.talk()
  await expect.poll(() => liveMicrophones(visit.page)).toBeGreaterThan(0)
  await unplugMicrophone(visit.page)
  await expect.poll(() => liveMicrophones(visit.page)).toBeGreaterThan(0)
  await expect(visit.room.button('Mute microphone')).not.toHaveAttribute('aria-disabled', 'true')
  await visit.press('Mute microphone')
  await expect(visit.room.button('Unmute microphone')).toBeVisible()
  expect(visit.sessions).toHaveLength(1)
  await visit.end()
})

test('microphone unplugged and there is no other: it says so, and a talk by typing', async ({
  visit,
}) => {
  await visit.talk()
  await refuseMicrophone(visit.page, 'NotFoundError')
  await unplugMicrophone(visit.page)
  await talksByTyping(visit)
})

test('the browser blocks sound: one press turns it on', async ({ visit }) => {
  await visit.page.evaluate(() => {
    const play = HTMLMediaElement.prototype.play
    let isRefused = false
    HTMLMediaElement.prototype.play = function () {
      if (this.muted) return play.call(this)
      // After this refusal the next press is the gesture that the browser waits for.
      if (isRefused && document.body.dataset.pressed) return play.call(this)
      isRefused = true
      addEventListener('pointerdown', () => (document.body.dataset.pressed = 'yes'), true)
      this.pause()
      return Promise.reject(new DOMException('play() needs a gesture', 'NotAllowedError'))
    }
  })
  await visit.talk()
  await expect(visit.room.video()).toHaveJSProperty('muted', true)
  const soundOn = visit.room.stage().getByRole('button', { name: /sound on/i })
  await soundOn.click()
  await expect(soundOn).toBeHidden()
  await expect(visit.room.video()).toHaveJSProperty('muted', false)
  await expect(visit.room.video()).toHaveJSProperty('paused', false)
  await visit.end()
})
