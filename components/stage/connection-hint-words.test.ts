import { expect, it } from 'vitest'
import { type HintFacts, hintWords } from './connection-hint-words'

const calm: HintFacts = {
  isOnline: true,
  quality: 'good',
  warned: false,
  isReconnecting: false,
  name: 'Mira',
}
const words = (facts: Partial<HintFacts> = {}) => hintWords({ ...calm, ...facts })

it('nothing is said while all is well', () => {
  expect(words()).toBeUndefined()
})

it('one thing is said at a time, the nearest cause first', () => {
  expect(words({ isOnline: false, quality: 'poor', warned: true })).toMatch(
    /^This device is offline/,
  )
  expect(words({ quality: 'poor', warned: true })).toMatch(/^Your connection is weak/)
  expect(words({ warned: true })).toBe('Mira’s service warned that this talk may end soon.')
})

it('while the stage waits for the connection only its cause is added', () => {
  expect(words({ quality: 'poor', warned: true, isReconnecting: true })).toBeUndefined()
  expect(words({ isOnline: false, isReconnecting: true })).toMatch(/offline/)
})
