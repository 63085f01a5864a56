import { expect, test } from 'vitest'
import { completeCode } from './complete-code'

test.each([
  ['424242', '424242'],
  ['424 242', '424242'],
  ['42424', undefined],
  ['4242424', undefined],
  ['42424x', undefined],
  ['', undefined],
])('%j is the code %s', (typed, code) => {
  expect(completeCode(typed)).toBe(code)
})
