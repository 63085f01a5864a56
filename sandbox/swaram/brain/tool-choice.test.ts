import { expect, test } from 'vitest'
import type { Tool } from '../token/session-settings'
import { chooseTool } from './tool-choice'

const tool = (name: string): Tool => ({
  type: 'function',
  name,
  description: name,
  parameters: { type: 'object', properties: {} },
})
const tools = ['show_card', 'end_conversation', 'send_note'].map(tool)
const chosen = (tool_choice: 'auto' | 'none' | 'required') =>
  [1, 2, 3, 4, 5, 6, 9].map((turn) => chooseTool(turn, { tools, tool_choice })?.name)

test('every third turn uses a tool, in turn, and never one that ends the conversation', () => {
  const [a, b] = ['show_card', 'send_note']
  expect(chosen('auto')).toEqual([undefined, undefined, a, undefined, undefined, b, a])
})

test('none means none, required means always', () => {
  expect(chosen('none')).toEqual(Array(7).fill(undefined))
  expect(chosen('required')).not.toContain(undefined)
})

test('without tools there is nothing to choose', () => {
  expect(chooseTool(3, { tools: [], tool_choice: 'required' })).toBeUndefined()
})
