import { canChooseSpeaker, playThrough } from './devices-output'

/** Two notes of a fifth, hertz and seconds; soft enough for headphones. */
const notes = [
  { pitch: 523.25, at: 0 },
  { pitch: 783.99, at: 0.28 },
]
const noteSeconds = 0.9
const loudest = 0.22
const testSoundSeconds = 1.3

export interface TestSoundOptions {
  /** undefined is the system's. */
  speakerId: string | undefined
  /** 0 to 1. */
  volume: number
}

export interface TestSound {
  /** Whether it could be played. Never rejects. */
  ended: Promise<boolean>
  stop: () => void
}

/** Plays a short sound. Call it directly in the click: browsers are silent otherwise. */
export function playTestSound({ speakerId, volume }: TestSoundOptions): TestSound {
  const stopping = new AbortController()
  return {
    ended: play({ speakerId, volume }, stopping.signal).catch(() => false),
    stop: () => stopping.abort(),
  }
}

async function play({ speakerId, volume }: TestSoundOptions, signal: AbortSignal) {
  const audio = new AudioContext()
  try {
    const running = audio.resume()
    const out = speakerId && canChooseSpeaker() ? await throughElement(audio, speakerId) : null
    await running
    sound(audio, out ?? audio.destination, volume)
    await ended(signal)
    return true
  } finally {
    await audio.close()
  }
}

/** Only Chromium lets a context itself choose a speaker; an element can wherever any can. */
async function throughElement(audio: AudioContext, speakerId: string) {
  const node = audio.createMediaStreamDestination()
  const element = new Audio()
  element.srcObject = node.stream
  await playThrough(element, speakerId)
  await element.play()
  return node
}

function sound(audio: AudioContext, out: AudioNode, volume: number) {
  for (const { pitch, at } of notes) {
    const begin = audio.currentTime + 0.05 + at
    const oscillator = new OscillatorNode(audio, { frequency: pitch })
    const gain = new GainNode(audio, { gain: 0 })
    // It swells and fades: a tone that begins at once clicks.
    gain.gain.setValueAtTime(0, begin)
    gain.gain.linearRampToValueAtTime(loudest * volume, begin + 0.03)
    gain.gain.exponentialRampToValueAtTime(0.0001, begin + noteSeconds)
    oscillator.connect(gain).connect(out)
    oscillator.start(begin)
    oscillator.stop(begin + noteSeconds)
  }
}

const ended = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, testSoundSeconds * 1000)
    signal.addEventListener('abort', () => resolve())
  })
