import { expect, test } from './stack'

const refusals = [
  ['denied', 'NotAllowedError', 'Permission denied'],
  ['dismissed', 'NotAllowedError', 'Permission dismissed'],
  ['missing', 'NotFoundError', ''],
  ['in use by another app', 'NotReadableError', ''],
  ['blocked by policy', 'SecurityError', ''],
] as const

for (const [what, name, message] of refusals) {
  test(`microphone ${what}: the remedy is told, and the talk goes on by typing`, async ({
    visit,
  }) => {
    await visit.page.evaluate(
      ([name, message]) => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException(message, name))
      },
      [name, message] as const,
    )
    await visit.talk()
    await expect(visit.page.getByText(/microphone/i).first()).toBeVisible()
    await visit.room.say('Can you read this?')
    await expect(visit.room.turnsOf('Mira').nth(1)).toBeVisible()
    await visit.end()
  })
}

test('a microphone allowed later is heard without a new session', async ({ visit }) => {
  await visit.page.evaluate(() => {
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    let refused = false
    navigator.mediaDevices.getUserMedia = (constraints) => {
      if (refused) return open(constraints)
      refused = true
      return Promise.reject(new DOMException('Permission denied', 'NotAllowedError'))
    }
  })
  await visit.talk()
  await visit.press('Try again')
  await expect(visit.room.button('Mute microphone')).not.toHaveAttribute('aria-disabled', 'true')
  expect(visit.sessions).toHaveLength(1)
  await visit.end()
})

test('a microphone unplugged in mid-talk: another one takes over in the same session', async ({
  visit,
}) => {
  await visit.page.evaluate(() => {
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    const tracks: MediaStreamTrack[] = []
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints)
      tracks.push(...stream.getTracks())
      return stream
    }
    Reflect.set(globalThis, 'unplug', () => {
      for (const track of tracks) {
        track.stop()
        track.dispatchEvent(new Event('ended'))
      }
    })
  })
  await visit.talk()
  await visit.page.evaluate(() => {
    const unplug: unknown = Reflect.get(globalThis, 'unplug')
    if (typeof unplug === 'function') unplug()
  })
  await expect.poll(visit.liveMicrophones).toBeGreaterThan(0)
  await expect(visit.room.button('Mute microphone')).not.toHaveAttribute('aria-disabled', 'true')
  expect(visit.sessions).toHaveLength(1)
  await visit.end()
})

test('sound blocked by the browser: one press turns it on', async ({ visit }) => {
  await visit.page.evaluate(() => {
    const play = HTMLMediaElement.prototype.play
    HTMLMediaElement.prototype.play = function () {
      if (this.muted || navigator.userActivation?.isActive === false) return play.call(this)
      HTMLMediaElement.prototype.play = play
      return Promise.reject(new DOMException('play() needs a gesture', 'NotAllowedError'))
    }
  })
  await visit.talk()
  await visit.press('Turn sound on')
  await expect(visit.room.button('Turn sound on')).toBeHidden()
  await expect(visit.room.video()).toHaveJSProperty('muted', false)
  await visit.end()
})
