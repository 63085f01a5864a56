import type { Page } from '@playwright/test'

/**
 * Runs in every page before anything else. Remembers every track that came from a microphone, clones
 * too. `microphones.live()` answers those that still listen; `unplug` does to all of them what pulling
 * out a headset does.
 */
export const watchMicrophones = `(() => {
  const tracks = new Set()
  const media = navigator.mediaDevices
  if (!media) return
  const open = media.getUserMedia.bind(media)
  media.getUserMedia = async (constraints) => {
    const stream = await open(constraints)
    for (const track of stream.getAudioTracks()) tracks.add(track)
    return stream
  }
  const cloneTrack = MediaStreamTrack.prototype.clone
  MediaStreamTrack.prototype.clone = function () {
    const copy = cloneTrack.call(this)
    if (tracks.has(this)) tracks.add(copy)
    return copy
  }
  const cloneStream = MediaStream.prototype.clone
  MediaStream.prototype.clone = function () {
    const copy = cloneStream.call(this)
    if (this.getTracks().some((track) => tracks.has(track))) {
      for (const track of copy.getAudioTracks()) tracks.add(track)
    }
    return copy
  }
  const live = () => [...tracks].filter((track) => track.readyState === 'live')
  globalThis.microphones = {
    opened: () => tracks.size,
    live,
    heard: () => live().filter((track) => track.enabled),
    unplug() {
      for (const track of live()) {
        track.stop()
        track.dispatchEvent(new Event('ended'))
      }
    },
  }
})()`

const count = (page: Page, call: string): Promise<number> =>
  page.evaluate(`globalThis.microphones?.${call} ?? 0`)

/** Tracks of microphones that still listen. */
export const liveMicrophones = (page: Page) => count(page, 'live().length')
/** Of those, the ones that are not muted. */
export const unmutedMicrophones = (page: Page) => count(page, 'heard().length')
/** Tracks that this page has ever had, clones counted. */
export const openedMicrophones = (page: Page) => count(page, 'opened()')

export const unplugMicrophone = (page: Page) => page.evaluate('globalThis.microphones.unplug()')

/** From now on the browser answers like this when it is asked for a microphone, until it is allowed. */
export async function refuseMicrophone(page: Page, name: string, message = '') {
  await page.evaluate(
    ([name, message]) => {
      const media = navigator.mediaDevices
      const open = media.getUserMedia.bind(media)
      Reflect.set(globalThis, 'allowMicrophone', () => {
        media.getUserMedia = open
      })
      media.getUserMedia = () => Promise.reject(new DOMException(message, name))
    },
    [name, message] as const,
  )
  return () => page.evaluate('globalThis.allowMicrophone()')
}

/** From now on its question stays open; the returned function has the visitor allow it. */
export async function leaveMicrophoneUnanswered(page: Page): Promise<() => Promise<unknown>> {
  await page.evaluate(`(() => {
    const media = navigator.mediaDevices
    const open = media.getUserMedia.bind(media)
    const answered = new Promise((resolve) => { globalThis.allowMicrophone = resolve })
    media.getUserMedia = (constraints) => answered.then(() => open(constraints))
  })()`)
  return () => page.evaluate('globalThis.allowMicrophone()')
}
