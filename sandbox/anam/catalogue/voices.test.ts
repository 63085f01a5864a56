import { createHash } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { Synthesiser } from '../speech/synthesiser'
import { findVoice, listVoices, sampleText } from './voices'

const synthesiser = new Synthesiser()
afterAll(() => synthesiser.close())

const voices = listVoices('http://localhost')

test('there are enough voices to choose from, of each gender, accent and provider', () => {
  expect(voices.length).toBeGreaterThanOrEqual(10)
  expect(voices.slice(0, 3).map(({ displayName }) => displayName)).toEqual([
    'Clara',
    'Robert',
    'Alan',
  ])
  expect(new Set(voices.map(({ id }) => id)).size).toBe(voices.length)
  expect(new Set(voices.map(({ gender }) => gender)).size).toBe(2)
  expect(new Set(voices.map(({ country }) => country)).size).toBeGreaterThan(4)
  expect(new Set(voices.map(({ provider }) => provider)).size).toBe(3)
})

test('each of them speaks, and none like another', async () => {
  const heard = new Set<string>()
  for (const { id, displayName } of voices) {
    const voice = findVoice(id)
    if (!voice) throw new Error(`${displayName} has no voice`)
    const { samples, phonemes } = await synthesiser.speak('Hello, how are you?', voice)
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
    expect(loudest, displayName).toBeGreaterThan(2_000)
    expect(phonemes.length, displayName).toBeGreaterThan(8)
    expect(sampleText(id)).toContain(displayName)
    heard.add(createHash('sha256').update(samples).digest('hex'))
  }
  expect(heard.size).toBe(voices.length)
})
