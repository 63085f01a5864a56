import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blankContent } from '../blank'
import { presets } from '../presets'
import { errorsAsTyped, isSamePersona, tidied, workingCopy } from './working-copy'

describe('a working copy', () => {
  test('of any draft at all can be shown in a form', () => {
    const keys = fc.constantFrom(...Object.keys(blankContent), 'soul')
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (draft) => {
        const copy = workingCopy(null, draft)
        expect(Object.keys(copy).sort()).toEqual(Object.keys(blankContent).sort())
        expect(typeof copy.name).toBe('string')
        expect(copy.openingLines.every((line) => typeof line === 'string')).toBe(true)
      }),
    )
  })

  test('of what is saved is what is saved', () => {
    for (const { id: _, isPreset: __, ...content } of presets) {
      expect(workingCopy(content, null)).toEqual(content)
      expect(workingCopy(blankContent, content)).toEqual(content)
      expect(tidied(content)).toEqual(content)
    }
  })

  test('has the fields of the draft, and of what is saved where the draft has none', () => {
    const saved = { ...blankContent, name: 'Ada', tagline: 'Engines' }
    expect(workingCopy(saved, { name: '' })).toMatchObject({ name: '', tagline: 'Engines' })
  })
})

test('what is wrong with a line is told at the field it was typed in', () => {
  const persona = { ...blankContent, openingLines: ['', 'Hello', ' ', 'Too long'] }
  const wrong = (path: string) => ({ path, message: 'Wrong.' })
  expect(errorsAsTyped([wrong('openingLines.1'), wrong('name')], persona)).toEqual([
    wrong('openingLines.3'),
    wrong('name'),
  ])
  expect(errorsAsTyped([wrong('openingLines')], persona)).toEqual([wrong('openingLines')])
})

test('two personas are the same however their keys are ordered', () => {
  const turned = Object.fromEntries(Object.entries(blankContent).toReversed())
  expect(isSamePersona(blankContent, workingCopy(null, turned))).toBe(true)
  expect(isSamePersona(blankContent, { ...blankContent, name: 'x' })).toBe(false)
  expect(isSamePersona(blankContent, null)).toBe(false)
})
