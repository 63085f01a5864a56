import { describe, expect, test } from 'vitest'
import { starterPrompts } from '../starter-prompts'
import { beginFrom, bringBack, withVariable } from './prompt-text'

const [one, other] = starterPrompts
const mine = { text: 'Mine.', aside: [] }

describe('a template', () => {
  test('gives back what it replaced', () => {
    const begun = beginFrom(other.prompt, beginFrom(one.prompt, mine))
    expect(begun).toEqual({ text: other.prompt, aside: ['Mine.'] })
    expect(bringBack(begun)).toEqual(mine)
  })

  test('that was written on since is put aside itself, and can come back', () => {
    const begun = { ...beginFrom(one.prompt, mine), text: `${one.prompt} And more.` }
    const back = bringBack(begun)
    expect(back).toEqual({ text: 'Mine.', aside: [begun.text] })
    expect(bringBack(back)).toEqual(begun)
  })

  test('after another loses nothing that was written in between', () => {
    const begun = beginFrom(other.prompt, { text: 'Second.', aside: ['Mine.'] })
    const texts = [begun, bringBack(begun), bringBack(bringBack(begun))].map(({ text }) => text)
    expect(texts).toEqual([other.prompt, 'Second.', 'Mine.'])
  })

  test('in place of nothing leaves nothing to bring back', () => {
    expect(beginFrom(one.prompt, { text: ' ', aside: [] }).aside).toEqual([])
  })
})

test.each([
  ['', '|', '{{today}}'],
  ['', 'Hello|', 'Hello {{today}}'],
  ['', 'Hello |', 'Hello {{today}}'],
  ['', 'Hello,|you', 'Hello, {{today}} you'],
  ['', 'Hello |, you', 'Hello {{today}}, you'],
  ['', '(|)', '({{today}})'],
  ['', 'One.\n|\nTwo.', 'One.\n{{today}}\nTwo.'],
  ['x', 'On x|', 'On {{today}}'],
])('with %j selected before the caret, a variable at %j makes %j', (selected, at, result) => {
  const to = at.indexOf('|')
  const text = at.replace('|', '')
  const written = withVariable(text, { from: to - selected.length, to }, 'today')
  expect(written.text).toBe(result)
  expect(written.text.slice(0, written.caret)).toMatch(/\{\{today\}\}$/)
})

test('no template has a gap that would be said as it stands', () => {
  for (const { prompt } of starterPrompts) expect(prompt).not.toMatch(/\((a|your|write) /)
})
