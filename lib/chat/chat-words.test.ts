import { describe, expect, it } from 'vitest'
import type { ChatTurn } from './chat-state'
import { chatFileName, chatText, lengthNote, spokenAnswer } from './chat-words'

const at = new Date(2026, 2, 1, 9, 5).getTime()
const turns: ChatTurn[] = [
  { id: '1', role: 'user', text: 'Hello ', at },
  { id: '2', role: 'persona', text: 'Hi, **you**', reasoning: 'A secret', at, end: 'stopped' },
]

describe('a chat as text', () => {
  it('says who wrote what and when, and what is not complete', () => {
    expect(chatText(turns, 'Mira')).toBe(
      'Chat with Mira\n1 March 2026 at 09:05\n\n[09:05] You\nHello\n\n[09:05] Mira\nHi, **you**\n(You stopped it.)\n',
    )
  })

  it('never has the thoughts in it', () => {
    expect(chatText(turns, 'Mira')).not.toContain('secret')
  })

  it('has a name that sorts by date', () => {
    expect(chatFileName(turns, 'Mira')).toBe('Conversation with Mira 2026-03-01 09-05.txt')
  })
})

describe('an answer read out', () => {
  it('is its words', () => {
    const text =
      '## Plan\n\n1. **Go** to [Rome](https://x.y)\n2. `sleep`\n\n```js\nlet x = 1\n```\nEnd'
    expect(spokenAnswer(text)).toBe('Plan Go to Rome sleep Code. End')
  })

  it('has the words of a table without its lines', () => {
    expect(spokenAnswer('| a | b |\n|---|---|\n| 1 | 2 |')).toBe('a b 1 2')
  })
})

describe('the length of a message', () => {
  it('is worth a note only near its limit', () => {
    expect(lengthNote(7_600, 8_000)).toBeUndefined()
    expect(lengthNote(7_999, 8_000)).toBe('1 character left')
    expect(lengthNote(8_000, 8_000)).toBe('0 characters left')
    expect(lengthNote(9_200, 8_000)).toBe('1,200 characters too long')
  })
})
