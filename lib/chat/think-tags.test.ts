import fc from 'fast-check'
import { expect, test } from 'vitest'
import { thinkTags } from './think-tags'

function read(pieces: readonly string[]) {
  const take = thinkTags()
  const said = pieces.map(take)
  return {
    text: said.map(({ text = '' }) => text).join(''),
    reasoning: said.map(({ reasoning = '' }) => reasoning).join(''),
  }
}

test.each([
  ['<think>Hm.</think>Yes', { reasoning: 'Hm.', text: 'Yes' }],
  ['\n<think>\nHm.\n</think>\n\nYes', { reasoning: '\nHm.\n', text: 'Yes' }],
  ['<think></think>Yes', { reasoning: '', text: 'Yes' }],
  ['<think>1 < 2 </thin</think>Yes', { reasoning: '1 < 2 </thin', text: 'Yes' }],
  ['<think>It never ends', { reasoning: 'It never ends', text: '' }],
  ['Yes', { reasoning: '', text: 'Yes' }],
  ['  Yes', { reasoning: '', text: '  Yes' }],
  ['<thinker> is no tag', { reasoning: '', text: '<thinker> is no tag' }],
  [
    'A tag is written <think>so</think>.',
    { reasoning: '', text: 'A tag is written <think>so</think>.' },
  ],
])('%j is taken apart, in one piece or cut up anywhere', (whole, expected) => {
  expect(read([whole])).toEqual(expected)
  expect(read([...whole])).toEqual(expected)
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(whole.length), (a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a]
      const pieces = [whole.slice(0, from), whole.slice(from, to), whole.slice(to)]
      expect(read(pieces)).toEqual(expected)
    }),
  )
})
