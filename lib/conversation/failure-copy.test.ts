import { describe, expect, it } from 'vitest'
import { problemStatus } from '@/lib/http/problem'
import { failureCodes, localFailures } from './failure'
import { failureWords, waitWords } from './failure-copy'

const sentence = /^[A-Z].*[.]$/

const contexts = [{}, { isFirefox: true }, { medium: 'voice' }, { medium: 'text' }] as const

describe('words for every failure', () => {
  it('counts every problem of the server and every failure on this side', () => {
    expect(new Set(failureCodes)).toEqual(
      new Set([...Object.keys(problemStatus), ...localFailures]),
    )
  })

  it.each(failureCodes)('%s says what happened, then what to do', (code) => {
    for (const context of contexts) {
      const { title, body } = failureWords({ code }, 'Mira', context)
      expect(title).toMatch(/^[A-Z].*[^.]$/)
      expect(body).toMatch(sentence)
      expect(`${title} ${body}`).not.toMatch(/undefined|_/)
    }
  })

  it.each(failureCodes)('%s is no matter of video where there is none', (code) => {
    for (const medium of ['voice', 'text'] as const) {
      const { title, body } = failureWords({ code }, 'Mira', { medium, isFirefox: true })
      expect(`${title} ${body}`).not.toMatch(/video|picture|Firefox/i)
    }
  })

  it('asks nobody to start talking in a chat', () => {
    const chat = failureCodes.filter((code) => code !== 'microphone_needed')
    for (const code of chat) {
      const { title, body } = failureWords({ code }, 'Mira', { medium: 'text' })
      expect(`${title} ${body}`).not.toMatch(/talk|minutes|voice/i)
    }
  })

  it('offers no chat to be ended elsewhere: only answers are counted there', () => {
    const words = failureWords({ code: 'too_many_sessions' }, 'Mira', { medium: 'text' })
    expect(words.action).toBe('retry')
  })

  it('has a title of its own for what the visitor can do something about', () => {
    const own = failureCodes.filter((code) => failureWords({ code }, 'Mira').action !== 'retry')
    const titles = own.map((code) => failureWords({ code }, 'Mira').title)
    expect(new Set(titles).size).toBe(own.length)
  })

  it('tells how long to wait only where the server knows it', () => {
    const failure = { code: 'vendor_busy' } as const
    expect(failureWords(failure, 'Mira').body).not.toContain('Try again in 2')
    expect(failureWords({ ...failure, retryAfter: 1_500 }, 'Mira').body).toContain(
      'Try again in 25 minutes',
    )
  })

  it('leaves a wait that counts down to the panel', () => {
    const spent = failureWords({ code: 'rate_limited', retryAfter: 1_500 }, 'Mira')
    expect(spent).toMatchObject({ action: 'retry-later' })
    expect(spent.body).not.toMatch(/\d/)
  })

  it('offers to end the other conversation, which a plain try would not', () => {
    expect(failureWords({ code: 'too_many_sessions' }, 'Mira').action).toBe('take-over')
  })

  it('asks to sign in, or for another account, where that helps', () => {
    expect(failureWords({ code: 'unauthenticated' }, 'Mira').action).toBe('sign-in')
    expect(failureWords({ code: 'forbidden' }, 'Mira').action).toBe('sign-in')
  })

  it('tells Firefox its limit only where it may be the reason', () => {
    const firefox = { isFirefox: true }
    for (const code of ['browser_unsupported', 'no_first_frame', 'connection_failed'] as const) {
      const { body } = failureWords({ code }, 'Mira', firefox)
      expect(body).toContain('does not support Firefox')
      expect(body).toContain('Chrome, Edge or Safari')
    }
    expect(failureWords({ code: 'rate_limited' }, 'Mira', firefox).body).not.toContain('Firefox')
    expect(failureWords({ code: 'no_first_frame' }, 'Mira').body).not.toContain('Firefox')
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
