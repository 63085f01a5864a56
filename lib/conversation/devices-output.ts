/** What a browser lets a page decide about its sound; asked of the browser, not of its name. */

export const canChooseSpeaker = () =>
  'HTMLMediaElement' in globalThis && 'setSinkId' in HTMLMediaElement.prototype

interface SpeakerPicker {
  selectAudioOutput: (options?: { deviceId?: string }) => Promise<MediaDeviceInfo>
}

/** Firefox lists speakers only after a window of its own in which the visitor picks them. */
const hasPicker = (media: object): media is SpeakerPicker => 'selectAudioOutput' in media

export const canPickSpeaker = () =>
  Boolean(globalThis.navigator?.mediaDevices) && hasPicker(navigator.mediaDevices)

/** The id of what was picked. Call it directly in the click. Never rejects. */
export async function pickSpeaker(): Promise<string | undefined> {
  const media = navigator.mediaDevices
  if (!hasPicker(media)) return undefined
  return media.selectAudioOutput().then(
    ({ deviceId }) => deviceId,
    // The window was closed, or there is nothing to pick.
    () => undefined,
  )
}

/**
 * Sends an element's sound to a speaker; undefined is the system's. Answers whether that is where
 * it plays now: a speaker that is gone, or no longer allowed, leaves it at the system's.
 */
export async function playThrough(element: HTMLMediaElement, speakerId: string | undefined) {
  if (!canChooseSpeaker()) return speakerId === undefined
  const isThere = await element.setSinkId(speakerId ?? '').then(
    () => true,
    () => false,
  )
  if (!isThere && speakerId) await element.setSinkId('').catch(() => {})
  return isThere
}

/**
 * Whether the volume of a page is the page's. On iOS it is the device's: a change seems to be taken
 * and is gone with the next task.
 */
export async function canSetVolume(): Promise<boolean> {
  const element = document.createElement('video')
  element.volume = 0.4
  await new Promise((resolve) => setTimeout(resolve))
  return Math.abs(element.volume - 0.4) < 0.01
}
