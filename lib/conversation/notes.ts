import { canChooseSpeaker, playThrough } from './devices-output'

const noteSeconds = 0.9
const loudest = 0.22

/** Hertz, and when it begins, in seconds. */
export interface Note {
  pitch: number
  at: number
}

export interface SoundOptions {
  /** undefined is the system's. */
  speakerId?: string | undefined
  /** 0 to 1. */
  volume: number
}

/** A short sound that is being played. */
export interface Sound {
  /** Whether it could be played. Never rejects. */
  ended: Promise<boolean>
  stop: () => void
}

/** Plays a few notes. Before the first press on a page browsers are silent. */
export function playNotes(notes: readonly Note[], options: SoundOptions): Sound {
  const stopping = new AbortController()
  return {
    ended: play(notes, options, stopping.signal).catch(() => false),
    stop: () => stopping.abort(),
  }
}

async function play(
  notes: readonly Note[],
  { speakerId, volume }: SoundOptions,
  signal: AbortSignal,
) {
  const audio = new AudioContext()
  try {
    const running = audio.resume()
    const out = speakerId && canChooseSpeaker() ? await throughElement(audio, speakerId) : null
    await running
    sound(notes, audio, out ?? audio.destination, volume)
    await ended(lengthOf(notes), signal)
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

function sound(notes: readonly Note[], audio: AudioContext, out: AudioNode, volume: number) {
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

const lengthOf = (notes: readonly Note[]) =>
  Math.max(0, ...notes.map(({ at }) => at)) + noteSeconds + 0.1

const ended = (seconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, seconds * 1000)
    signal.addEventListener('abort', () => resolve())
  })
