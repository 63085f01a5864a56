import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeName, stemOf } from './copy'
import { longest } from './persona'

const none = new Set<string>()

describe('the name of a copy', () => {
  test.each([
    ['Mira', [], 'Mira (copy)'],
    ['Mira', ['Mira', 'Mira (copy)'], 'Mira (copy 2)'],
    ['Mira', ['Mira', 'Mira (copy)', 'Mira (copy 2)'], 'Mira (copy 3)'],
    ['Mira', ['Mira', 'Mira (copy 2)'], 'Mira (copy)'],
    ['Mira (copy)', ['Mira', 'Mira (copy)'], 'Mira (copy 2)'],
    ['Mira (copy 7)', ['Mira (copy 7)'], 'Mira (copy)'],
  ])('of %s beside %j is %s', (name, taken, copy) => {
    expect(freeName(name, 'copy', new Set(taken))).toBe(copy)
  })

  test('fits where names fit, and is a whole word of whole characters', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: longest.name })
    fc.assert(
      fc.property(name, fc.nat(30), (text, before) => {
        const original = text.slice(0, longest.name).toWellFormed()
        const taken = new Set([original])
        for (let n = 0; n <= before; n += 1) {
          const copy = freeName(original, 'copy', taken)
          expect(taken.has(copy)).toBe(false)
          expect(copy.length).toBeLessThanOrEqual(longest.name)
          expect(copy.isWellFormed()).toBe(true)
          expect(copy.startsWith(stemOf(original))).toBe(true)
          taken.add(copy)
        }
      }),
    )
  })
})

test('a name that nobody has is left as it is', () => {
  expect(freeName('Mira', 'free', none)).toBe('Mira')
  expect(freeName('Mira (copy)', 'free', none)).toBe('Mira (copy)')
  expect(freeName('Mira', 'free', new Set(['Mira']))).toBe('Mira (copy)')
  expect(freeName('Mira (copy)', 'free', new Set(['Mira (copy)']))).toBe('Mira (copy 2)')
})
