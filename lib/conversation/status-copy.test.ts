import { describe, expect, it } from 'vitest'
import { reduce } from './machine'
import { endReasons, initialState } from './state'
import { endWords, statusWords } from './status-copy'

const sentence = /^[A-Z].*[.]$/

describe('words for every state', () => {
  it.each(endReasons)('an end by %s says who ended it', (reason) => {
    expect(endWords(reason, 'Mira')).toMatch(sentence)
  })

  it('names the persona in the status of a talk', () => {
    expect(statusWords(initialState, 'Mira')).toContain('Mira')
    const preparing = reduce(initialState, { type: 'START', microphone: 'asking' })
    expect(statusWords(preparing, 'Mira')).toBe('Connecting')
  })
})
