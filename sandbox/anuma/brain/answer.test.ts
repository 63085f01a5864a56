import { describe, expect, test } from 'vitest'
import { answer } from './answer'

const MIRA = `Your name is Mira.

You are a barista in Bologna. You are patient.

What you do:
- Things you know: the bar opens at seven; cappuccino is for the morning.
- Never promise a table.

How you talk:
- Write short sentences.`

const ask = (words: string, { system = MIRA, modelName = 'Quill', before = [] as string[] } = {}) =>
  answer({
    system,
    modelName,
    spoken: [...before, words].flatMap((content, index) => [
      ...(index > 0 ? [{ role: 'assistant', content: 'Mm.' }] : []),
      { role: 'user', content },
    ]),
  }).text

describe('an answer', () => {
  test('is the same for the same messages', () => {
    expect(ask('My cat is ill')).toBe(ask('My cat is ill'))
    expect(ask('My cat is ill')).toContain('My cat is ill')
  })

  test('knows who it is from the prompt', () => {
    expect(ask('What is your name?')).toBe('I am Mira. I am a barista in Bologna. And who are you?')
    expect(ask('Hello', { system: '' })).toContain('your assistant')
  })

  test('finds in the prompt what was asked for, and keeps its rules to itself', () => {
    expect(ask('When does the bar open?')).toContain('The bar opens at seven.')
    expect(ask('Why do you never promise a table for guests?')).not.toContain('Never promise')
    expect(ask('Why short sentences?')).not.toContain('Write short')
  })

  test('remembers what the request brings', () => {
    const before = ['I lost my umbrella', 'my name is Ada', 'It was red']
    expect(ask('What did I say first?', { before })).toContain('“I lost my umbrella”')
    expect(ask('What did I just say?', { before })).toContain('“It was red”')
    expect(ask('What is my name?', { before })).toContain('Ada')
    expect(ask('What did I say first?')).toContain('the first thing')
  })

  test('is honest about being the sandbox', () => {
    for (const words of ['Who are you really?', 'Are you real?', 'Which model are you?']) {
      expect(ask(words)).toMatch(/sandbox.*Quill/)
    }
  })

  test.each([
    ['Give me a list of Italian breakfasts', /^1\. \*\*/m],
    ['Write code for a greeting', /```ts\n[\s\S]+\n```/],
    ['Make a table of my week', /\| --- \|/],
    ['Send me a link', /\[.+\]\(https:\/\/.+\)/],
    ['Show me something in bold', /\*\*bold\*\*/],
  ])('%s: is Markdown', (words, shape) => {
    expect(ask(words)).toMatch(shape)
  })

  test('takes a wish for a wish and a story for a story', () => {
    expect(ask('Ask me about my weekend')).toContain('ask you about your weekend')
    expect(ask('I really like who you are')).toContain('I hear you')
    expect(ask('I sat at a table for hours')).not.toContain('|')
    expect(ask('')).toContain('empty')
  })

  test('has no Markdown where it is spoken', () => {
    const system = `${MIRA}\nThis is a spoken conversation, face to face.`
    for (const words of ['a list of drinks', 'a table', 'some code', 'Tell me everything']) {
      expect(ask(words, { system })).not.toMatch(/[*|`\n]/)
    }
  })

  test('is long when everything is asked for', () => {
    expect(ask('Tell me everything').split(/[.!?](?:\s|$)/).length).toBeGreaterThan(30)
  })

  test('is one sentence from the brief model', () => {
    expect(ask('What is your name?', { modelName: 'Dart' })).toBe('I am Mira.')
  })
})
