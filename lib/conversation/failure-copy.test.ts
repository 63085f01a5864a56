import { describe, expect, it } from 'vitest'
import { problemStatus } from '@/lib/http/problem'
import { failureCodes, localFailures } from './failure'
import { failureWords, waitWords } from './failure-copy'

const sentence = /^[A-Z].*[.]$/

describe('words for every failure', () => {
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
})
