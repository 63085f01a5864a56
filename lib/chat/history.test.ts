import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChatMessage } from './chat-source'
import { recentHistory } from './history'

const user = (content: string): ChatMessage => ({ role: 'user', content })
const assistant = (content: string): ChatMessage => ({ role: 'assistant', content })

describe('what is sent along of a chat', () => {
  it('is all of it while it is short', () => {
    const chat = [user('Hello'), assistant('Hi'), user('How are you?')]
    expect(recentHistory(chat)).toEqual(chat)
  })

  it('is the newest of it that fits, beginning with a question', () => {
    const chat = [
      user('a'.repeat(300)),
      assistant('b'.repeat(60)),
      user('c'),
      assistant('d'),
      user('e'),
    ]
    expect(recentHistory(chat, 30).map(({ content }) => content)).toEqual(['c', 'd', 'e'])
  })

  it('is the last message whatever it costs', () => {
    const chat = [user('x'), assistant('y'), user('z'.repeat(500))]
    expect(recentHistory(chat, 10)).toEqual([chat[2]])
  })

  it('leaves out a reply that was stopped before its first word', () => {
    expect(recentHistory([user('One?'), assistant(' '), user('Two?')])).toEqual([
      user('One?'),
      user('Two?'),
    ])
  })

  it('counts what is not English as what it costs', () => {
    const malayalam = 'നമസ്കാരം'
    const chat = [user(malayalam), assistant('Hello'), user('And now?')]
    expect(recentHistory(chat, malayalam.length + 2)).toHaveLength(1)
    expect(recentHistory(chat, malayalam.length + 5)).toHaveLength(3)
  })

  it('always ends with what was said last, within what the server takes', () => {
    const message = fc.record({
      role: fc.constantFrom('user' as const, 'assistant' as const),
      content: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ unit: 'grapheme', minLength: 8_000, maxLength: 9_000 }),
      ),
    })
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 80 }),
        fc.string({ minLength: 1 }),
        (said, last) => {
          fc.pre(last.trim() !== '')
          const sent = recentHistory([...said, user(last)])
          expect(sent.at(-1)).toEqual(user(last))
          expect(sent[0]?.role).toBe('user')
          expect(sent.length).toBeLessThanOrEqual(40)
          for (const { content } of sent) {
            expect(content.length).toBeGreaterThan(0)
            expect(content.length).toBeLessThanOrEqual(8_000)
          }
          expect(new TextEncoder().encode(JSON.stringify(sent)).length).toBeLessThan(60_000)
        },
      ),
      { numRuns: 60 },
    )
  })
})
