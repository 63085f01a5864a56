import { afterAll, expect, test } from 'vitest'
import { SAMPLE_RATE } from './speech'
import { Synthesiser } from './synthesiser'

const synthesiser = new Synthesiser()
afterAll(() => synthesiser.close())

const CLARA = { flite: 'slt', stretch: 1 }
const loudness = (samples: Int16Array) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)

test.each(['slt', 'rms', 'awb'])(
  'voice %s speaks audibly, with phonemes and words in time',
  async (flite) => {
    const text = 'Hello there, how are you today?'
    const { samples, phonemes, words } = await synthesiser.speak(text, { flite, stretch: 1 })
    const seconds = samples.length / SAMPLE_RATE
    expect(seconds).toBeGreaterThan(1)
    expect(seconds).toBeLessThan(4)
    expect(loudness(samples)).toBeGreaterThan(1_000)
    expect(phonemes.map(({ phoneme }) => phoneme)).toEqual(
      expect.arrayContaining(['pau', 'hh', 'aw']),
    )
    const ends = phonemes.map(({ endSeconds }) => endSeconds)
    expect(ends).toEqual([...ends].sort((a, b) => a - b))
    expect(Math.abs((ends.at(-1) ?? 0) - seconds)).toBeLessThan(0.3)
    expect(words.map(({ text }) => text).join('')).toBe(text)
    const starts = words.map(({ startSeconds }) => startSeconds)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(starts.at(-1)).toBeLessThan(seconds)
  },
)

test('a slower voice takes longer', async () => {
  const text = 'One, two, three.'
  const usual = await synthesiser.speak(text, CLARA)
  const slow = await synthesiser.speak(text, { ...CLARA, stretch: 1.3 })
  expect(slow.samples.length).toBeGreaterThan(usual.samples.length * 1.15)
})

test('many sentences at once all come back', async () => {
  const texts = Array.from({ length: 20 }, (_, index) => `This is number ${index}.`)
  const spoken = await Promise.all(texts.map((text) => synthesiser.speak(text, CLARA)))
  for (const [index, { words }] of spoken.entries()) {
    expect(words.map(({ text }) => text).join('')).toBe(texts[index])
  }
})
