import { describe, expect, it } from 'vitest'
import { microphoneWords } from './microphone-copy'
import { microphoneTroubles } from './state'

const sentence = /^[A-Z].*[.]$/

describe('words for every trouble with the microphone', () => {
  it.each(microphoneTroubles)('microphone %s is explained, with the persona’s name', (trouble) => {
    const { title, body } = microphoneWords(trouble, 'Mira')
    expect(title).toContain('Mira')
    expect(body).toMatch(sentence)
  })
})
