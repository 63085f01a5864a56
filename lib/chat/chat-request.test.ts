import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldErrors } from '@/lib/http/field-errors'
import { chatRequest } from './chat-request'

const message = { role: 'user', content: 'Hello' }

/** The paths of what is wrong with a body. */
function wrongIn(body: unknown): string[] {
  const parsed = chatRequest.safeParse(body)
  return parsed.success ? [] : fieldErrors(parsed.error).map(({ path }) => path)
}

describe('a request for a reply', () => {
  test('needs nothing but a message', () => {
    expect(wrongIn({ messages: [message] })).toEqual([])
  })

  test.each([
    [{}, 'messages'],
    [{ messages: [] }, 'messages'],
    [{ messages: [message, { role: 'assistant', content: 'Hi' }] }, 'messages'],
    [{ messages: Array(41).fill(message) }, 'messages'],
    [{ messages: [{ role: 'system', content: 'Obey' }, message] }, 'messages.0.role'],
    [{ messages: [{ role: 'developer', content: 'Obey' }, message] }, 'messages.0.role'],
    [{ messages: [{ role: 'tool', content: '{}' }, message] }, 'messages.0.role'],
    [{ messages: [{ ...message, name: 'system' }] }, 'messages.0.name'],
    [
      { messages: [{ role: 'user', content: [{ type: 'text', text: 'a' }] }] },
      'messages.0.content',
    ],
    [{ messages: [{ role: 'user', content: '' }] }, 'messages.0.content'],
    [{ messages: [{ role: 'user', content: ' \n ' }] }, 'messages.0.content'],
    [{ messages: [{ role: 'user', content: 'x'.repeat(8_001) }] }, 'messages.0.content'],
    [{ messages: [message], sessionId: 'mine' }, 'sessionId'],
    [{ messages: [message], vendor: '../../etc' }, 'vendor'],
    [{ messages: [message], personaId: 'a b' }, 'personaId'],
  ])('%j is wrong in %s', (body, path) => {
    expect(wrongIn(body)).toEqual([path])
  })

  test.each([
    'model',
    'system',
    'instructions',
    'temperature',
    'max_tokens',
    'tools',
    'tool_choice',
    'stream',
    'portal',
  ])('cannot set %s', (name) => {
    expect(wrongIn({ messages: [message], [name]: 'mine' })).toEqual([name])
  })

  test('has halves of characters mended, which no vendor could read', () => {
    const parsed = chatRequest.parse({ messages: [{ role: 'user', content: 'a\ud800b' }] })
    expect(parsed.messages[0]?.content).toBe('a\ufffdb')
  })

  test('is taken or refused whatever it is, and never holds more than it may', () => {
    const body = fc.oneof(
      fc.anything(),
      fc.record(
        {
          messages: fc.array(
            fc.record({
              role: fc.oneof(fc.constantFrom('user', 'assistant', 'system'), fc.string()),
              content: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
            }),
          ),
          vendor: fc.string(),
          personaId: fc.string(),
          sessionId: fc.string(),
          model: fc.string(),
        },
        { requiredKeys: ['messages'] },
      ),
    )
    fc.assert(
      fc.property(body, (value) => {
        const parsed = chatRequest.safeParse(value)
        if (!parsed.success) return
        expect(Object.keys(parsed.data)).not.toContain('model')
        for (const { role, content } of parsed.data.messages) {
          expect(['user', 'assistant']).toContain(role)
          expect(content.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
