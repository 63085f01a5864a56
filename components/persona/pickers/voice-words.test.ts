import { expect, test } from 'vitest'
import { describeVoice } from './voice-words'

const voice = { id: 'v', name: 'Vera', controls: {}, sampleUrl: null }

test.each([
  [{ about: 'Warm.', language: 'it', country: 'IT' }, 'Warm · Italian'],
  [{ language: 'en', country: 'GB' }, 'British English'],
  [{ language: 'en', country: 'us' }, 'American English'],
  [{ language: 'fr', country: 'CA' }, 'Canadian French'],
  [{ language: 'en', country: 'IE' }, 'English (Ireland)'],
  [{ language: 'ca', country: 'Spain' }, 'Catalan'],
  [{ about: 'Warm. Slow.' }, 'Warm. Slow'],
  [{}, undefined],
])('%j is described as %s', (about, words) => {
  expect(describeVoice({ ...voice, ...about })).toBe(words)
})
