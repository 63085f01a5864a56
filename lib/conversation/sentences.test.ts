import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { createSentences } from './sentences'

/** What is said of a text that arrives in these pieces. */
function said(...pieces: string[]): string[] {
  const sentences = createSentences()
  return [...pieces.flatMap(sentences.push), ...sentences.end()].map((text) => text.trim())
}

describe('a sentence leaves', () => {
  it('with the first sign that it is complete', () => {
    const { push, end } = createSentences()
    expect(push('Good mor')).toEqual([])
    expect(push('ning.')).toEqual([])
    expect(push(' How')).toEqual(['Good morning. '])
    expect(push(' are you? I')).toEqual(['How are you? '])
    expect(end()).toEqual(['I'])
    expect(end()).toEqual([])
  })

  test.each([
    ['Mr. Holmes met Dr. Watson. They talked.', ['Mr. Holmes met Dr. Watson.', 'They talked.']],
    ['Pi is 3.14. See example.com/a.html today.', ['Pi is 3.14.', 'See example.com/a.html today.']],
    ['Bread, milk, etc. and tea. Done.', ['Bread, milk, etc. and tea.', 'Done.']],
    [
      'At 9 p.m. on Friday. Or at 9 p.m. Bring cake.',
      ['At 9 p.m. on Friday.', 'Or at 9 p.m.', 'Bring cake.'],
    ],
    [
      'J. R. R. Tolkien wrote it. So did I. Really.',
      ['J. R. R. Tolkien wrote it.', 'So did I.', 'Really.'],
    ],
    ['No. Not that one, No. 5 it is.', ['No.', 'Not that one, No. 5 it is.']],
    ['Born in 1984. Died in 2020. Rest.', ['Born in 1984.', 'Died in 2020.', 'Rest.']],
    [
      '“Stop!” he said. (Really?) Yes…  Well.',
      ['“Stop!”', 'he said.', '(Really?)', 'Yes…', 'Well.'],
    ],
    ['What?! Never...ever.', ['What?!', 'Never...ever.']],
    ['നമസ്കാരം. സുഖമാണോ? നന്ദി!', ['നമസ്കാരം.', 'സുഖമാണോ?', 'നന്ദി!']],
    ['नमस्ते। आप कैसे हैं? ठीक॥ बस।', ['नमस्ते।', 'आप कैसे हैं?', 'ठीक॥', 'बस।']],
    ['你好。今天好吗？很好！', ['你好。', '今天好吗？', '很好！']],
    ['「はい。」と言った。', ['「はい。', 'と言った。']],
    ['مرحبا. كيف حالك؟ بخير۔ شكرا', ['مرحبا.', 'كيف حالك؟', 'بخير۔', 'شكرا']],
    ['ሰላም። እንዴት ነህ?', ['ሰላም።', 'እንዴት ነህ?']],
  ])('%s', (text, sentences) => expect(said(text)).toEqual(sentences))

  it('at the latest when it grows too long, after a comma or between words', () => {
    const words = 'word '.repeat(200)
    const pieces = said(words)
    expect(pieces.length).toBeGreaterThan(3)
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(240)
    expect(pieces.join(' ')).toBe(words.trim())
    const clause = `${'a'.repeat(50)} and ${'b'.repeat(60)}, `
    expect(said(clause.repeat(3))[0]).toBe(`${clause}${clause}`.trim())
  })

  it('and no character is cut in half, where there is not even a space', () => {
    const family = '\u0d28\u0d4d\u0d26\u0d3f'
    const pieces = said(family.repeat(200))
    expect(pieces.join('')).toBe(family.repeat(200))
    expect(pieces.every((piece) => piece.startsWith('\u0d28'))).toBe(true)
    expect(said('😀a'.repeat(300)).every((piece) => piece.isWellFormed())).toBe(true)
  })

  it('as far as there are whole words when nothing comes any more', () => {
    const { push, pause, end } = createSentences()
    expect(push('Let me think about th')).toEqual([])
    expect(pause()).toEqual(['Let me think about '])
    expect(pause()).toEqual([])
    expect(push('at. Now')).toEqual(['that. '])
    expect(end()).toEqual(['Now'])
  })
})

describe('what is not for ears', () => {
  test.each([
    ['**Stay _calm_.** It is `fine`, ~~not~~ really.', ['Stay calm.', 'It is fine, not really.']],
    [
      '## Ingredients\n- eggs\n* flour\n\n1. Mix them. 2. Bake.',
      ['Ingredients.', 'eggs.', 'flour.', '1. Mix them.', '2. Bake.'],
    ],
    [
      'Read [the guide](https://a.example/b?c=d) and ![a cat](cat.png) now.',
      ['Read the guide and a cat now.'],
    ],
    ['It is at https://www.example.com/long/path?x=1. Go.', ['It is at example.com.', 'Go.']],
    ['Try this:\n```js\nlet a = 1. \nlog(a)\n```\nThat is all.', ['Try this:', 'That is all.']],
    ['| Day | Dish |\n|---|---|\n| Monday | Soup |\n', ['Day, Dish.', 'Monday, Soup.']],
    ['Great 🎉👩‍👩‍👧🇮🇹! Press 1️⃣ now 👍🏽.', ['Great!', 'Press 1 now.']],
    [
      '> Be <b>bold</b>.<br>And 3 * 4 is 12, snake_case too.',
      ['Be bold. And 3 * 4 is 12, snake_case too.'],
    ],
    ['***\n---\n', []],
    ['Once upon a [interrupted] time.', ['Once upon a time.']],
  ])('%s', (text, sentences) => expect(said(text)).toEqual(sentences))

  it('joiners stay in the scripts that write with them', () => {
    const words = 'അവൻ\u200d വന്നു.'
    expect(said(words)).toEqual([words])
  })
})

test('a text makes the same sentences however it arrives, and loses no word', () => {
  const word = fc.constantFrom(
    'Hello',
    'Dr.',
    '3.14',
    'etc.',
    'end.',
    'why?',
    '你好。',
    '「はい。」',
    'നന്ദി!',
    '**so**',
    '\n',
    '- item\n',
    '```',
    '👍🏽',
    '(I',
    'x'.repeat(90),
  )
  const pieces = fc.array(fc.tuple(word, fc.constantFrom(' ', '', '\n')), { maxLength: 60 })
  fc.assert(
    fc.property(pieces, fc.infiniteStream(fc.integer({ min: 1, max: 12 })), (parts, sizes) => {
      const text = parts.flat().join('')
      const cut: string[] = []
      for (let at = 0; at < text.length; ) {
        const size = sizes.next().value ?? 1
        cut.push(text.slice(at, at + size))
        at += size
      }
      expect(said(...cut)).toEqual(said(text))
    }),
  )
  const letters = fc.stringMatching(/^[a-zA-Z ,.!?]{0,600}$/)
  const bare = (words: string) => words.replace(/[^a-zA-Z]/g, '')
  fc.assert(
    fc.property(letters, (text) => {
      expect(bare(said(text).join(' '))).toBe(bare(text))
    }),
  )
})
