import type { MicrophoneTrouble } from './state'

export type MicrophoneResult =
  | { status: 'granted'; stream: MediaStream }
  | { status: MicrophoneTrouble }

/** What the vendors' SDKs ask for themselves: speech, without the room. */
const constraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  channelCount: { ideal: 1 },
} satisfies MediaTrackConstraints

/**
 * Opens the microphone. Must be the first thing in the visitor's click: iOS grants it only inside
 * the gesture. `deviceId` is the visitor's wish. Never rejects.
 */
export async function openMicrophone(deviceId?: string): Promise<MicrophoneResult> {
  const devices = globalThis.navigator?.mediaDevices
  if (!devices?.getUserMedia) return { status: 'unsupported' }
  try {
    // Chromium takes no notice of an id that is only `ideal`.
    const audio = { ...constraints, ...(deviceId && { deviceId: { exact: deviceId } }) }
    return { status: 'granted', stream: await devices.getUserMedia({ audio }) }
  } catch (error) {
    // A device that was unplugged since then, or is taken, must not stop a talk: any other will do.
    if (deviceId && isOfDevice(error)) return openMicrophone()
    return { status: troubleOf(error) }
  }
}

const isOfDevice = (error: unknown) =>
  error instanceof Error &&
  ['OverconstrainedError', 'NotFoundError', 'NotReadableError'].includes(error.name)

/** The names are those of the Media Capture specification, section 10. */
function troubleOf(error: unknown): MicrophoneTrouble {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' }
  switch (name) {
    case 'NotAllowedError':
      if (blockedByPolicy()) return 'blocked'
      // Chromium: the question was closed, not answered with no. It will ask again.
      return /dismissed/i.test(message) ? 'unanswered' : 'denied'
    case 'SecurityError':
      return 'blocked'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    default:
      return 'unsupported'
  }
}

/** Chromium tells a refusal by policy from one by the visitor only here; others say nothing. */
function blockedByPolicy(): boolean {
  if (!('document' in globalThis) || !('featurePolicy' in document)) return false
  const policy: unknown = document.featurePolicy
  if (typeof policy !== 'object' || policy === null || !('allowsFeature' in policy)) return false
  const { allowsFeature } = policy
  return typeof allowsFeature === 'function' && allowsFeature.call(policy, 'microphone') === false
}

export function stopStream(stream: MediaStream | null | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
