import { type Character, characterOf } from './character'
import { LONG_STORY } from './long-story'
import { MANNERS, TRUTH } from './manners'
import { MEMORY } from './memory'
import type { Line, Turn } from './turn'
import { wishOf } from './wish'
import { WRITTEN } from './written'

export interface Thought {
  reasoning: string
  text: string
}

const LINES: readonly Line[] = [TRUTH, ...MEMORY, LONG_STORY, ...WRITTEN, ...MANNERS]

const BACK = [
  'What was that like for you?',
  'And what would you like to happen now?',
  'Tell me more about it?',
  'Who else knows about it?',
]

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])

/** The sentence that shares the most longer words with what was said. */
function known({ knows }: Character, words: string): string | undefined {
  const asked = wordsOf(words)
  const score = (sentence: string) =>
    [...wordsOf(sentence)].filter((word) => asked.has(word)).length
  const [best] = knows.filter((sentence) => score(sentence) > 0).sort((a, b) => score(b) - score(a))
  return best
}

function improvised(turn: Turn): string {
  const { character, words, before } = turn
  if (words.trim() === '') return 'Did you want to say something? Nothing arrived.'
  const back = BACK[before.length % BACK.length] ?? ''
  const wish = wishOf(words)
  if (wish) return `Oh yes, let me ${wish}! What should I know before we start?`
  const fact = known(character, words)
  if (fact) return `Oh, I know something about that. ${fact} Does that help?`
  if (/\?\s*$/.test(words)) {
    return `Hmm, nobody has told me about that, and I do not want to make something up. What is your own guess?`
  }
  const [said = ''] =
    words
      .replace(/\s+/g, ' ')
      .trim()
      .match(/^.{0,100}/u) ?? []
  return `“${said.replace(/[.!?]+$/, '')}”: I hear you. ${back}`
}

/** What the stand-in says, and what it thought before. The same messages give the same answer. */
export function answer(messages: readonly { role: string; content: string }[]): Thought {
  const of = (wanted: string) =>
    messages.filter(({ role }) => role === wanted).map(({ content }) => content)
  const said = of('user')
  const words = said.at(-1) ?? ''
  const turn = {
    character: characterOf(of('system').join('\n\n')),
    words,
    before: said.slice(0, -1),
  }
  const found = LINES.reduce<string | undefined>((text, line) => text ?? line(turn), undefined)
  const reasoning = `They have written ${said.length} messages so far. As ${turn.character.name} I want to be kind, stay with what I was told, and keep it short unless they ask for more.`
  return { reasoning, text: found ?? improvised(turn) }
}
