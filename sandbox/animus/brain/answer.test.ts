import { describe, expect, test } from 'vitest'
import { answer } from './answer'

const MIRA = `Your name is Mira.

You are a barista in Bologna. You are patient.

What you do:
- Things you know: the bar opens at seven; cappuccino is for the morning.
- Never promise a table.

How you talk:
- Write short sentences.`

const ask = (words: string, { system = MIRA, before = [] as string[] } = {}) =>
  answer([
    { role: 'system', content: system },
    ...before.map((content) => ({ role: 'user', content })),
    { role: 'user', content: words },
  ]).text

describe('an answer', () => {
  test('is the same for the same messages', () => {
    expect(ask('My cat is ill')).toBe(ask('My cat is ill'))
    expect(ask('My cat is ill')).toContain('My cat is ill')
  })

  test('knows who it is from the prompt', () => {
    expect(ask('Who are you?')).toBe('I am Mira! I am a barista in Bologna. And you, who are you?')
    expect(ask('Hello', { system: '' })).toContain('Vivian')
  })

  test('finds in the prompt what was asked for, and keeps its rules to itself', () => {
    expect(ask('When is cappuccino right?')).toContain('Cappuccino is for the morning.')
    expect(ask('Do you promise anything?')).not.toContain('Never promise')
    expect(ask('Why short sentences?')).not.toContain('Write short')
  })

  test('remembers what the request brings', () => {
    const before = ['I lost my umbrella', 'my name is Ada', 'It was red']
    expect(ask('What did I say first?', { before })).toContain('“I lost my umbrella”')
    expect(ask('What did I just say?', { before })).toContain('“It was red”')
    expect(ask('Do you know my name?', { before })).toContain('Ada')
    expect(ask('What did I say first?')).toContain('very first')
  })

  test('is honest about being the sandbox', () => {
    for (const words of ['Who are you really?', 'Are you an AI?', 'What model are you?']) {
      expect(ask(words)).toContain('I am the sandbox')
    }
  })

  test.each([
    ['A list of small joys', /^- \*\*/m],
    ['Write some code', /```python\n[\s\S]+\n```/],
    ['Put it in a table', /\| --- \|/],
    ['Is there a website?', /\[.+\]\(https:\/\/.+\)/],
    ['Say it in bold', /\*\*loud\*\*/],
  ])('%s: is Markdown', (words, shape) => {
    expect(ask(words)).toMatch(shape)
  })

  test('takes a wish for a wish and a story for a story', () => {
    expect(ask('Ask me about my weekend')).toContain('ask you about your weekend')
    expect(ask('I really like who you are')).toContain('I hear you')
    expect(ask('I sat at a table for hours')).not.toContain('|')
    expect(ask('')).toContain('Nothing arrived')
  })

  test('has no Markdown where it is heard', () => {
    const system = `${MIRA}\n- Plain speech only.`
    for (const words of ['a list of drinks', 'a table', 'some code', 'Tell me everything']) {
      expect(ask(words, { system })).not.toMatch(/[*|`\n]/)
    }
  })

  test('is long when everything is asked for', () => {
    expect(ask('Tell me everything').split(/[.!?](?:\s|$)/).length).toBeGreaterThan(30)
  })
})
