import { describe, expect, it } from 'vitest'
import { endedBody } from './ledger-client'

const message = (content: string) => ({ role: 'user', content, at: 0 }) as const
const size = (text: string) => new TextEncoder().encode(text).length

describe('the report of an end', () => {
  it('carries the transcript', () => {
    expect(JSON.parse(endedBody('visitor', [message('Hello')], 60_000))).toEqual({
      event: 'ended',
      reason: 'visitor',
      messages: [{ role: 'user', content: 'Hello', at: 0 }],
    })
  })

  it('has no list of messages when nothing was said', () => {
    expect(endedBody('cancelled', [], 60_000)).toBe('{"event":"ended","reason":"cancelled"}')
  })

  it('leaves out the oldest where a beacon could not carry all, counted in bytes', () => {
    const said = Array.from({ length: 400 }, (_, index) => message(`${index} ${'ä'.repeat(200)}`))
    const body = endedBody('page_closed', said, 60_000)
    expect(size(body)).toBeLessThanOrEqual(60_000)
    expect(body).toContain('399 ')
    expect(body).not.toContain('"0 ')
  })

  it('clips a message to what the server takes, rather than losing the report', () => {
    const body = JSON.parse(endedBody('visitor', [message('x'.repeat(70_000))], 60_000))
    expect(body.messages[0].content).toHaveLength(10_000)
  })

  it('says at least that it is over when one message alone is too much', () => {
    const body = endedBody('visitor', [message('x'.repeat(70_000))], 9_000)
    expect(body).toBe('{"event":"ended","reason":"visitor"}')
  })

  it('keeps to the number of messages that the server takes', () => {
    const said = Array.from({ length: 700 }, () => message('x'))
    expect(endedBody('visitor', said, 190_000).match(/content/g)).toHaveLength(500)
  })
})
