import { expect, test } from 'vitest'
import { spokenDuration } from './malayalam-numbers'

test('lengths of time are said in words, as the vendor says numbers', () => {
  expect(spokenDuration(0.4)).toBe('ഒരു സെക്കൻഡിൽ താഴെ')
  expect(spokenDuration(1.2)).toBe('ഒരു സെക്കൻഡ്')
  expect(spokenDuration(3)).toBe('മൂന്ന് സെക്കൻഡ്')
  expect(spokenDuration(14)).toBe('പതിനാല് സെക്കൻഡ്')
  expect(spokenDuration(20)).toBe('ഇരുപത് സെക്കൻഡ്')
  expect(spokenDuration(25)).toBe('ഇരുപത്തിയഞ്ച് സെക്കൻഡ്')
  expect(spokenDuration(59.4)).toBe('അമ്പത്തിയൊമ്പത് സെക്കൻഡ്')
  expect(spokenDuration(130)).toBe('രണ്ട് മിനിറ്റിലേറെ')
})

test('every second of a minute has words of its own, without a digit', () => {
  const all = Array.from({ length: 59 }, (_, index) => spokenDuration(index + 1))
  expect(new Set(all).size).toBe(59)
  for (const words of all) expect(words).toMatch(/^[\u0d00-\u0d7f]+ സെക്കൻഡ്$/)
})
