import { describe, expect, it } from 'vitest'
import { toolNames } from './names'
import { tools } from './tools'

describe.each(toolNames)('the tool %s', (name) => {
  const tool = tools[name]

  it('has its own name, and words for the persona and the person', () => {
    expect(tool.name).toBe(name)
    expect(tool.description.length).toBeLessThanOrEqual(1_024)
    expect(tool.label).toMatch(/^[A-Z]/)
  })

  it('has a JSON Schema of an object that takes nothing else', () => {
    const schema = tool.parameters()
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false })
    expect(Object.keys(schema)).not.toContain('$schema')
  })

  it.each([
    ['nothing', undefined],
    ['text', '{"language":"it"}'],
    ['a list', []],
    ['an unknown key', { surprise: 1 }],
  ])('says what is wrong with %s as arguments', (_, written) => {
    const prepared = tool.prepare(written)
    expect('error' in prepared && prepared.error).toMatch(/\w/)
  })
})

it('every tool that acts asks first', () => {
  const good = {
    set_timer: { seconds: 10 },
    change_language: { language: 'it' },
    end_conversation: {},
  }
  for (const name of toolNames) {
    const prepared = tools[name].prepare(Reflect.get(good, name))
    const asks = 'question' in prepared && prepared.question !== undefined
    expect([name, asks]).toEqual([name, name in good])
  }
})

it.each([
  ['no time at all', {}],
  ['a time of nothing', { seconds: 0 }],
  ['more than an hour', { minutes: 60, seconds: 1 }],
  ['half a second', { seconds: 0.5 }],
])('a timer of %s is refused', (_, written) => {
  expect(tools.set_timer.prepare(written)).toHaveProperty('error')
})

it.each([
  ['one choice', ['tea']],
  ['seven choices', ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
  ['the same choice twice', ['tea', 'tea']],
  ['an empty choice', ['tea', ' ']],
  ['a choice as long as a letter', ['tea', 'x'.repeat(61)]],
])('%s are refused', (_, choices) => {
  expect(tools.offer_choices.prepare({ question: 'Which?', choices })).toHaveProperty('error')
})
