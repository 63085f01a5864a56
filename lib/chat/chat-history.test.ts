import { describe, expect, it } from 'vitest'
import { carriedOf } from './chat-history'
import type { ChatTurn } from './chat-state'

const own = (id: string, text: string): ChatTurn => ({ id, role: 'user', text, at: 0 })
const answer = (id: string, text: string): ChatTurn => ({
  id,
  role: 'persona',
  text,
  reasoning: 'A thought',
  at: 0,
  end: 'complete',
})
const long = (word: string) => word.repeat(1_000)

describe('what a request carries of a chat', () => {
  it('is all of it while it fits, without the thoughts', () => {
    const carried = carriedOf([own('1', 'Hello'), answer('2', 'Hi'), own('3', 'More')], 1_000)
    expect(carried).toEqual({
      messages: [
        { role: 'user', content: 'Hello' },
        { role: 'assistant', content: 'Hi' },
        { role: 'user', content: 'More' },
      ],
      from: undefined,
    })
  })

  it('is the newest of it when it does not fit, and says where that begins', () => {
    const turns = [own('1', long('a')), answer('2', long('b')), own('3', 'c'), answer('4', 'd')]
    const carried = carriedOf([...turns, own('5', 'e')], 300)
    expect(carried.from).toBe('3')
    expect(carried.messages.map(({ content }) => content)).toEqual(['c', 'd', 'e'])
  })

  it('is the last message in any case', () => {
    expect(carriedOf([own('1', long('a'))], 10).messages).toHaveLength(1)
  })

  it('takes turns, whatever was stopped or has failed', () => {
    const turns = [own('1', 'Hello'), answer('2', ''), own('3', 'Are you there?')]
    expect(carriedOf(turns, 1_000).messages).toEqual([
      { role: 'user', content: 'Hello\n\nAre you there?' },
    ])
  })

  it('leaves the older question out where both are too long for one message', () => {
    const turns = [own('1', long('aaaaa')), own('2', long('bbbbb'))]
    const { messages, from } = carriedOf(turns, 50_000)
    expect(messages).toEqual([{ role: 'user', content: long('bbbbb') }])
    expect(from).toBeUndefined()
  })

  it('is no more messages than the server takes', () => {
    const turns = Array.from({ length: 101 }, (_, at) =>
      at % 2 ? answer(`${at}`, 'a') : own(`${at}`, 'q'),
    )
    const { messages, from } = carriedOf(turns, 100_000)
    expect(messages.length).toBeLessThanOrEqual(40)
    expect(messages[0]?.role).toBe('user')
    expect(from).toBe(`${101 - messages.length}`)
  })
})
