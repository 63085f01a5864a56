import { describe, expect, it } from 'vitest'
import { toolNames } from '@/lib/tools/names'
import { tools } from '@/lib/tools/tools'
import type { ClientTool } from './brain'
import { chooseTool } from './tool-choice'

const all: ClientTool[] = toolNames.map((name) => {
  const { description, parameters } = tools[name]
  return { name, description, parameters: parameters(), waitSeconds: 10 }
})

describe('what a visitor says', () => {
  it.each([
    ['Set a timer for ten seconds', 'set_timer', { seconds: 10 }],
    ['Please set a timer of 3 minutes', 'set_timer', { minutes: 3 }],
    [
      'Set a timer for one minute and thirty seconds called tea',
      'set_timer',
      { minutes: 1, seconds: 30, label: 'tea' },
    ],
    ['Remind me in twenty-five minutes', 'set_timer', { minutes: 25 }],
    ['Let me choose between tea and coffee', 'offer_choices', { choices: ['tea', 'coffee'] }],
    [
      'I have to pick from red, green or blue.',
      'offer_choices',
      { choices: ['red', 'green', 'blue'] },
    ],
    ['Show me a card about Bologna', 'show_card', { title: 'Bologna' }],
    ['How do I mute myself?', 'look_up_help', { topic: 'mute' }],
    ['Where are the captions?', 'look_up_help', { topic: 'captions' }],
    ['What about my privacy?', 'look_up_help', { topic: 'privacy' }],
    ['Switch to Italian', 'change_language', { language: 'it' }],
    ['Can we speak Portuguese, please?', 'change_language', { language: 'pt' }],
    ["Let's end the conversation", 'end_conversation', {}],
    ['Goodbye!', 'end_conversation', {}],
    ['I have to go now, bye', 'end_conversation', {}],
  ])('"%s" is %s', (words, name, args) => {
    const chosen = chooseTool(words, all)
    expect(chosen).toMatchObject({ name, arguments: args })
    if (name !== 'show_card' && name !== 'offer_choices') expect(chosen?.arguments).toEqual(args)
    const tool = all.find((tool) => tool.name === chosen?.name)
    const known = toolNames.find((known) => known === tool?.name)
    expect(known && tools[known].prepare(chosen?.arguments)).not.toHaveProperty('error')
  })

  it.each([
    'Hello',
    'Tell me everything you know about coffee, please.',
    'What is your name?',
    'Are you still there?',
    'Can you hear me?',
    'Remember this.',
    'My name is Ada.',
    'I want to tell you about my day at work.',
    'What is the weather like in Bologna?',
    'I speak Italian at home.',
    'Pick a song',
  ])('"%s" needs no tool', (words) => {
    expect(chooseTool(words, all)).toBeUndefined()
  })

  it('finds nothing where there are no tools', () => {
    expect(chooseTool('Set a timer for ten seconds', [])).toBeUndefined()
  })
})
