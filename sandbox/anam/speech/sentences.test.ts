import { expect, test } from 'vitest'
import { splitSentences } from './sentences'
import { speakable } from './speakable'

test('a text is cut at the ends of its sentences and nothing is lost', () => {
  const text = 'Hello there! How are you? I have 3.5 apples, really… "Yes." Bye'
  const pieces = splitSentences(text)
  expect(pieces.join('')).toBe(text)
  expect(pieces.slice(0, 2)).toEqual(['Hello there! ', 'How are you? '])
})

test('a sentence without end is cut where one may breathe', () => {
  const text = 'and then, '.repeat(60)
  const pieces = splitSentences(text)
  expect(pieces.join('')).toBe(text)
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(220)
})

test('only what Flite can read reaches it', () => {
  expect(speakable('Inês says “olá” – it’s *fine* 🙂')).toBe("Ines says ola ,  it's  fine")
  expect(speakable('你好')).toBe('hm')
})
