import { describe, expect, it } from 'vitest'
import { sentenceAt, twoLines } from './caption-sentence'
import { splitWords } from './caption-words'

const text = 'That was a good start. And what did you have for breakfast? I am curious.'
const upTo = (part: string) => text.indexOf(part) + part.length

describe('the sentence being spoken', () => {
  it('is told apart into what is said and what comes', () => {
    expect(sentenceAt(text, upTo('did you'))).toEqual({
      spoken: 'And what did you',
      upcoming: ' have for breakfast?',
    })
  })

  it('stays until the next one begins', () => {
    expect(sentenceAt(text, upTo('breakfast?'))).toMatchObject({
      spoken: 'And what did you have for breakfast?',
      upcoming: '',
    })
    expect(sentenceAt(text, upTo('breakfast? I'))?.spoken).toBe('I')
  })

  it('takes a short one with the next', () => {
    expect(sentenceAt('Va bene! And you?', 12)).toEqual({
      spoken: 'Va bene! And',
      upcoming: ' you?',
    })
  })

  it('does not end within a number', () => {
    expect(sentenceAt('The answer is 3.5 of them.', 17)?.upcoming).toBe(' of them.')
  })

  it('is known by the signs of other scripts', () => {
    const japanese = '今日はとてもいい天気ですね。散歩に行きましょう。'
    expect(sentenceAt(japanese, 16)).toEqual({ spoken: '散歩', upcoming: 'に行きましょう。' })
  })

  it('is nothing before the first word', () => {
    expect(sentenceAt(' Hello', 0)).toBeUndefined()
  })
})

describe('two lines of a long sentence', () => {
  const long = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen'
  const cut = (spoken: string) => twoLines({ spoken, upcoming: long.slice(spoken.length) }, 20)

  it('hold the whole sentence where it fits', () => {
    const whole = { spoken: 'one two', upcoming: ' three' }
    expect(twoLines(whole, 20)).toEqual(whole)
  })

  it('end at a word, and begin at one', () => {
    expect(cut('one two')).toEqual({
      spoken: 'one two',
      upcoming: ' three four five six seven eight',
    })
    expect(cut('one two three four five six seven eight nine')).toEqual({
      spoken: 'nine',
      upcoming: ' ten eleven twelve thirteen',
    })
  })

  it('never move a word that can be read already', () => {
    let shown = ''
    for (const word of splitWords(long)) {
      const said = long.slice(0, long.indexOf(word) + word.length)
      const alone = twoLines({ spoken: said, upcoming: '' }, 20).spoken
      expect(alone.startsWith(shown) || alone === word.trim()).toBe(true)
      expect(cut(said).spoken).toBe(alone)
      shown = alone
    }
  })

  it('have room for a word that is longer than a line', () => {
    const { spoken } = twoLines({ spoken: `${'x'.repeat(30)} then this`, upcoming: '' }, 20)
    expect(spoken).toBe(`${'x'.repeat(30)} then this`)
    expect(twoLines({ spoken: `${'x'.repeat(30)} then this that`, upcoming: '' }, 20).spoken).toBe(
      'that',
    )
  })

  it('count a wide character twice', () => {
    expect(twoLines({ spoken: '天'.repeat(11), upcoming: '' }, 10).spoken).toBe('天')
  })
})
