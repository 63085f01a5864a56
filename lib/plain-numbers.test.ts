import { describe, expect, it } from 'vitest'
import { clock, plainDuration, plainNumber, plainTimes } from './plain-numbers'

describe('numbers in sentences', () => {
  it('writes small numbers as words and larger ones as digits', () => {
    expect([1, 12, 13].map(plainNumber)).toEqual(['one', 'twelve', '13'])
  })

  it('chooses the largest unit that divides a duration', () => {
    expect([1, 45, 60, 90, 120, 1200, 3600, 7200].map(plainDuration)).toEqual([
      'one second',
      '45 seconds',
      'one minute',
      '90 seconds',
      'two minutes',
      '20 minutes',
      'one hour',
      'two hours',
    ])
  })

  it('says how often', () => {
    expect([1, 2, 3, 20].map(plainTimes)).toEqual(['once', 'twice', 'three times', '20 times'])
  })

  it('writes a duration as a clock shows it', () => {
    expect([45, 600, 5400].map(clock)).toEqual(['0:45', '10:00', '1:30:00'])
  })
})
