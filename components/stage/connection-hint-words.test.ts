import { expect, it } from 'vitest'
import { type HintFacts, hintWords } from './connection-hint-words'

const calm: HintFacts = {
  isOnline: true,
  quality: 'good',
  warned: false,
  brainFailure: undefined,
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

it('a brain without an answer is told apart from a weak connection, with what helps', () => {
  const after = (brainFailure: HintFacts['brainFailure']) => words({ brainFailure, warned: true })
  expect(after({ code: 'vendor_timeout' })).toBe(
    'The service that thinks for Mira gave no answer. Ask again in a moment.',
  )
  expect(after({ code: 'rate_limited', retryAfter: 60 })).toMatch(/Ask again in 1 minute\.$/)
  expect(after({ code: 'vendor_out_of_credit' })).toMatch(/not available here now\.$/)
  expect(after({ code: 'unauthenticated' })).toMatch(/^Your sign-in has ended/)
  expect(words({ brainFailure: { code: 'internal' }, quality: 'poor' })).toMatch(/weak/)
})
