import { describe, expect, test } from 'vitest'
import type { Situation } from './brain'
import { brainOf } from './brains'

const [warm, concise] = [brainOf('warm'), brainOf('concise')]

const situation = (more: Partial<Situation> = {}): Situation => ({
  personaName: 'Amara',
  systemPrompt: `Your name is Amara.

You are on the support desk of Lumen Home. You are patient.

What you do:
- Give one step at a time and wait for the result.
- Things you know: lamps pair when they blink blue; returns are free within thirty days.

How you talk:
- Say one to three short sentences.`,
  modelName: 'Hearth',
  tools: [],
  context: [],
  earlier: [],
  now: new Date(2026, 10, 22, 15, 4),
  ...more,
})
const say = (words: string, more?: Partial<Situation>) => warm.think(words, situation(more)).say

describe('an answer', () => {
  test('is the same for the same situation', () => {
    expect(say('My cat is ill')).toBe(say('My cat is ill'))
  })

  test('knows the name, the role and the model of the persona', () => {
    expect(say('What is your name?')).toContain(
      'I am Amara. I am on the support desk of Lumen Home.',
    )
    expect(say('What is your name?', { personaName: 'Zoe' })).toContain('I am Zoe.')
    expect(say('Which language model are you?', { modelName: 'Flint' })).toContain('Flint')
  })

  test('finds in the prompt what was asked for', () => {
    expect(say('How do I pair my lamp?')).toContain('Lamps pair when they blink blue.')
    expect(say('What about a return?')).toContain('Returns are free within thirty days.')
  })

  test('does not read out how the persona is to talk', () => {
    expect(say('Why three short sentences?')).not.toContain('Say one to three')
  })

  test('prefers what the page added later', () => {
    const context = ['The lamp of this visitor is green.']
    expect(say('What about my lamp?', { context })).toContain('The lamp of this visitor is green.')
  })

  test('remembers the name of the visitor', () => {
    const earlier = ['Hello', 'my name is Ada']
    expect(say('What is my name?', { earlier })).toContain('Ada')
    expect(say('What is my name?')).toContain('not told me')
  })

  test('turns a wish and a story round', () => {
    expect(say('Tell me a story about my lamp')).toContain(
      'I would love to tell you a story about your lamp.',
    )
    expect(say('I was charged twice')).toContain('So you were charged twice.')
  })

  test('tells the time', () => {
    expect(say('What time is it?')).toMatch(/3:04 ?pm/i)
  })

  test('to speech says how long it was, since nothing here understands words', () => {
    expect(warm.think('(spoken, 2.4 s)', situation(), 2.4).say).toContain('about 2 seconds')
  })
})

test('the two language models have manners of their own', () => {
  for (const words of ['How do I pair my lamp?', 'My cat is ill', 'What can you do?']) {
    const [long, short] = [
      warm.think(words, situation()).say,
      concise.think(words, situation()).say,
    ]
    expect(short.length).toBeLessThan(long.length)
    expect(short).not.toContain('?')
    expect(long).toContain('?')
  }
})

describe('a tool', () => {
  const calendar = {
    name: 'open_calendar',
    description: 'Opens the calendar of the visitor at a day.',
    parameters: {
      type: 'object',
      properties: {
        date: { type: 'string', description: 'YYYY-MM-DD' },
        view: { enum: ['week', 'month'] },
        count: { type: 'integer' },
      },
    },
    waitSeconds: 10,
  }
  const ask = (words: string) => warm.think(words, situation({ tools: [calendar] })).tool

  test('is called when the words mean it, with arguments out of them', () => {
    expect(ask('Open the calendar at 2026-12-01 for a month, 3 times')).toEqual({
      name: 'open_calendar',
      arguments: { date: '2026-12-01', view: 'month', count: 2026 },
    })
  })

  test('is left alone otherwise', () => {
    expect(ask('How do I open a door?')).toBeUndefined()
    expect(ask('Hello')).toBeUndefined()
  })

  test('has its result or its failure spoken', () => {
    expect(warm.afterTool('open_calendar', { result: 'Tuesday' })).toContain('Tuesday')
    expect(concise.afterTool('open_calendar', { error: 'denied' })).toBe(
      'open calendar failed: denied.',
    )
  })
})
