import { describe, expect, test } from 'vitest'
import { answerTo, GREETING } from '../brain/answers'
import { SAMPLE_RATE, synthesise } from './synthesise'
import { wordsOf } from './words'

const texts = [GREETING, answerTo(1, 3), answerTo(2, 25), answerTo(3, 130), 'Hello, 42 worlds!']

/** The pitch of a sound in Hz: the lag at which it resembles itself most. */
function pitchOf(sound: Int16Array): number {
  const middle = sound.subarray(2_000, 8_000)
  let best = { lag: 0, sum: 0 }
  for (let lag = SAMPLE_RATE / 350; lag < SAMPLE_RATE / 80; lag++) {
    const whole = Math.round(lag)
    let sum = 0
    for (let at = 0; at < 4_000; at++) sum += (middle[at] ?? 0) * (middle[at + whole] ?? 0)
    if (sum > best.sum * 1.02) best = { lag: whole, sum }
  }
  return SAMPLE_RATE / best.lag
}

describe('the words of a text', () => {
  test.each(texts)('are the whole text: %s', (text) => {
    expect(
      wordsOf(text)
        .map((word) => word.text)
        .join(''),
    ).toBe(text)
  })

  test('are as long as their syllables, and pause at the end of a sentence', () => {
    const [greeting, you] = wordsOf('നമസ്കാരം! ഞാൻ')
    expect(greeting?.syllables.length).toBeGreaterThan(you?.syllables.length ?? 0)
    expect(greeting?.pauseSeconds).toBeGreaterThan(you?.pauseSeconds ?? 1)
  })

  test('may be none', () => {
    expect(wordsOf('')).toEqual([])
    expect(wordsOf('…')[0]?.syllables).toEqual([])
  })
})

describe.each(['mal-female', 'mal-male'] as const)('the voice %s', (voice) => {
  const words = texts.flatMap(wordsOf)

  test('is heard, never too loud, and makes no clicks', () => {
    for (const word of words) {
      const sound = synthesise(word, voice)
      const steps = sound.map((sample, index) => Math.abs(sample - (sound[index - 1] ?? 0)))
      const loudest = Math.max(...sound.map(Math.abs))
      expect(loudest, word.text).toBeGreaterThan(12_000)
      expect(loudest, word.text).toBeLessThan(14_000)
      expect(Math.max(...steps), word.text).toBeLessThan(6_000)
      expect(Math.abs(sound[0] ?? 0), word.text).toBeLessThan(50)
      expect(sound.at(-1), word.text).toBe(0)
    }
  })

  test('speaks a word always alike', () => {
    const [word] = words
    if (word) expect(synthesise(word, voice)).toEqual(synthesise(word, voice))
  })
})

test('the two voices differ in pitch, as a woman and a man do', () => {
  const [word] = wordsOf('സ്വരത്തിന്റെ')
  if (!word) throw new Error('No word')
  const [female, male] = [synthesise(word, 'mal-female'), synthesise(word, 'mal-male')]
  expect(pitchOf(female)).toBeGreaterThan(180)
  expect(pitchOf(female)).toBeLessThan(240)
  expect(pitchOf(male)).toBeGreaterThan(100)
  expect(pitchOf(male)).toBeLessThan(140)
})

test('what has no syllables is silence', () => {
  const [word] = wordsOf('...')
  if (!word) throw new Error('No word')
  expect(synthesise(word, 'mal-female').every((sample) => sample === 0)).toBe(true)
})
