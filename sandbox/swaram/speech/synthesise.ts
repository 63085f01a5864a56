import type { Voice } from '../token/session-settings'
import { Resonator } from './resonator'
import { vowelOf } from './vowels'
import type { Word } from './words'

export const SAMPLE_RATE = 24_000
const STEP = SAMPLE_RATE / 400
/** Loudest sample of a word, 0 to 1. */
const PEAK = 0.4
const BANDWIDTHS = [90, 110, 170]
/** Above those of the vowel; without them it sounds as through a wall. */
const UPPER: [frequency: number, bandwidth: number][] = [
  [3_600, 250],
  [4_600, 300],
]

const VOICES: Record<Voice, { pitch: number; tract: number }> = {
  'mal-female': { pitch: 205, tract: 1.12 },
  'mal-male': { pitch: 118, tract: 0.95 },
}

/** One opening of the vocal folds, by phase 0 to 1 (Rosenberg): rises, falls faster, stays shut. */
function glottis(phase: number): number {
  if (phase < 0.4) return 0.5 * (1 - Math.cos((Math.PI * phase) / 0.4))
  if (phase < 0.56) return Math.cos((Math.PI / 2) * ((phase - 0.4) / 0.16))
  return 0
}

/** How loud it is at a point of a syllable, 0 to 1: never a step, so never a click. */
function envelope(at: number, seconds: number, isFirst: boolean, isLast: boolean): number {
  const edge = (time: number, floor: number) =>
    time >= 0.035 ? 1 : floor + (1 - floor) * 0.5 * (1 - Math.cos((Math.PI * time) / 0.035))
  return edge(at, isFirst ? 0 : 0.35) * edge(seconds - at, isLast ? 0 : 0.35)
}

/**
 * A word in a voice that nobody has: a tone with the formants of its vowels, as long as the word.
 * PCM16 at 24 kHz, which begins and ends in silence.
 */
export function synthesise({ syllables, pauseSeconds }: Word, voice: Voice): Int16Array {
  const { pitch, tract } = VOICES[voice]
  const formants = BANDWIDTHS.map(() => new Resonator(SAMPLE_RATE))
  const upper = UPPER.map(([frequency, bandwidth]) => {
    const resonator = new Resonator(SAMPLE_RATE)
    resonator.tune(frequency * tract, bandwidth)
    return resonator
  })
  const all = [...formants, ...upper]
  const vowels = syllables.map(vowelOf)
  const now = [...(vowels[0]?.formants ?? [])]
  const lengths = vowels.map(({ seconds }) => Math.round(seconds * SAMPLE_RATE))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const sound = new Float32Array(total)
  let phase = 0
  let [at, before] = [0, 0]
  for (const [index, vowel] of vowels.entries()) {
    const length = lengths[index] ?? 0
    for (let sample = 0; sample < length; sample++, at++) {
      if (at % STEP === 0) {
        for (const [which, resonator] of formants.entries()) {
          const target = vowel.formants[which] ?? 0
          const frequency = (now[which] ?? target) * 0.88 + target * 0.12
          now[which] = frequency
          resonator.tune(frequency * tract, BANDWIDTHS[which] ?? 100)
        }
      }
      // It falls a little towards the end of a word, and trembles a little.
      const seconds = at / SAMPLE_RATE
      const melody = 1.06 - (0.12 * at) / total + 0.012 * Math.sin(2 * Math.PI * 5 * seconds)
      phase = (phase + (pitch * melody) / SAMPLE_RATE) % 1
      const flow = glottis(phase)
      const voiced = all.reduce((signal, resonator) => resonator.next(signal), flow - before)
      before = flow
      const isLast = index === vowels.length - 1
      const loudness = envelope(sample / SAMPLE_RATE, vowel.seconds, index === 0, isLast)
      sound[at] = voiced * loudness * vowel.loudness
    }
  }
  const loudest = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const pcm = new Int16Array(total + Math.round(pauseSeconds * SAMPLE_RATE))
  if (loudest === 0) return pcm
  const gain = (PEAK * 32_767) / loudest
  for (const [index, value] of sound.entries()) pcm[index] = value * gain
  return pcm
}
