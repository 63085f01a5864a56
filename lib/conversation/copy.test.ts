import { describe, expect, it } from 'vitest'
import { problemStatus } from '@/lib/http/problem'
import { endWords, failureWords, microphoneWords, statusWords, waitWords } from './copy'
import { failureCodes, localFailures } from './failure'
import { reduce } from './machine'
import { endReasons, initialState, microphoneTroubles } from './state'

const sentence = /^[A-Z].*[.]$/

describe('words for everything that can happen', () => {
  it('counts every problem of the server and every failure on this side', () => {
    expect(new Set(failureCodes)).toEqual(
      new Set([...Object.keys(problemStatus), ...localFailures]),
    )
  })

  it.each(failureCodes)('%s says what happened, then what to do', (code) => {
    const { title, body } = failureWords({ code }, 'Mira')
    expect(title).toMatch(/^[A-Z].*[^.]$/)
    expect(body).toMatch(sentence)
    expect(`${title} ${body}`).not.toMatch(/undefined|_/)
  })

  it.each(microphoneTroubles)('microphone %s is explained, with the persona’s name', (trouble) => {
    const { title, body } = microphoneWords(trouble, 'Mira')
    expect(title).toContain('Mira')
    expect(body).toMatch(sentence)
  })

  it.each(endReasons)('an end by %s says who ended it', (reason) => {
    expect(endWords(reason, 'Mira')).toMatch(sentence)
  })

  it('tells how long to wait only where the server knows it', () => {
    const failure = { code: 'rate_limited' } as const
    expect(failureWords(failure, 'Mira').body).not.toContain('Try again in')
    expect(failureWords({ ...failure, retryAfter: 1_500 }, 'Mira').body).toContain(
      'Try again in 25 minutes',
    )
  })

  it('says waits as people do', () => {
    expect([1, 45, 60, 61, 3_600].map(waitWords)).toEqual([
      '1 second',
      '45 seconds',
      '1 minute',
      '2 minutes',
      '60 minutes',
    ])
  })

  it('names the persona in the status of a talk', () => {
    expect(statusWords(initialState, 'Mira')).toContain('Mira')
    const preparing = reduce(initialState, { type: 'START', microphone: 'asking' })
    expect(statusWords(preparing, 'Mira')).toBe('Connecting')
  })
})
