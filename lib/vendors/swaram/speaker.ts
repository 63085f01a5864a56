/** `setSinkId` of a context is younger than that of an element, and not in every browser. */
interface Choosable {
  setSinkId: (id: string) => Promise<void>
}

const isChoosable = (audio: object): audio is Choosable => 'setSinkId' in audio

/** The jump to another loudness would be a click. Seconds. */
const slide = 0.01

export interface Speaker {
  /** What is played through it is connected to this. */
  input: AudioNode
  /** An element does not tell that it was sent to another device: look now and then. */
  look: () => void
  close: () => void
}

/**
 * A way out for sound that obeys the video element as if the element played it: its volume, its
 * mute and its device.
 */
export function createSpeaker(audio: AudioContext, video: HTMLVideoElement): Speaker {
  const gain = new GainNode(audio)
  gain.connect(audio.destination)
  let device = ''
  let element: HTMLAudioElement | undefined

  function follow() {
    gain.gain.setTargetAtTime(video.muted ? 0 : video.volume, audio.currentTime, slide)
  }

  function look() {
    if (!('sinkId' in video) || video.sinkId === device) return
    device = video.sinkId
    if (isChoosable(audio)) audio.setSinkId(device).catch(() => {})
    else playThroughElement().catch(() => {})
  }

  async function playThroughElement() {
    if (!element) {
      const stream = new MediaStreamAudioDestinationNode(audio)
      gain.disconnect()
      gain.connect(stream)
      element = new Audio()
      element.srcObject = stream.stream
    }
    await element.setSinkId(device)
    await element.play()
  }

  // A conversation before this one may have ended with its sound refused.
  video.muted = false
  video.addEventListener('volumechange', follow)
  follow()
  look()

  return {
    input: gain,
    look,
    close() {
      video.removeEventListener('volumechange', follow)
      element?.pause()
    },
  }
}
