import type { Situation } from './brain'
import { lookUp } from './knowledge'
import { mirror } from './mirror'
import { readPrompt } from './read-prompt'
import { type Core, TOPICS } from './topics'

const REQUEST =
  /^(?:please |can you |could you |let us |let's )*(?:ask|be|coach|describe|explain|give|help|imagine|interview|invent|listen|make|order|play|practi[sc]e|read|show|sing|take|teach|tell (?!me (?:about|how|what|why))|write)\b/i
const QUESTION = /\?\s*$|^(?:tell me|who|what|why|when|where|how|which|is|are|do|does|can)\b/i

const AFTER_REQUEST = ['Where do we begin?', 'What comes first?', 'How shall it start?']
const AFTER_STORY = [
  'What matters most to you in that?',
  'How did that come about?',
  'What would you like to happen next?',
  'Who else is part of it?',
]
const HONEST = [
  'Here I am only a rehearsal of myself, though, so you will have to imagine the rest.',
  'A real language model would go on from here; I can only hold its place.',
  'I only know a few lines, and that one is not among them yet.',
]

const nth = (lines: string[], index: number) => lines[index % lines.length] ?? ''

/** What a turn is about and what there is to say on it, before any manner is put on. */
export function coreAnswer(words: string, situation: Situation): Core {
  for (const { name, heard, answer } of TOPICS) {
    const match = heard.exec(words)
    if (match) return { kind: 'talk', topic: name, ...answer(situation, match) }
  }
  const turn = situation.earlier.length
  if (REQUEST.test(words)) {
    const wish = mirror(words.replace(/^(?:please |can you |could you |let us |let's )+/i, ''))
    const say = `I would love to ${wish}. ${nth(HONEST, turn)}`
    return { kind: 'wish', topic: 'a wish', say, ask: nth(AFTER_REQUEST, turn) }
  }
  const finding = lookUp(words, situation)
  if (finding) {
    const ask = finding.source === 'context' ? 'Shall we go on from there?' : 'Does that help?'
    return { kind: 'fact', topic: `what my ${finding.source} says`, say: finding.say, ask }
  }
  if (QUESTION.test(words)) {
    const { role } = readPrompt(situation.systemPrompt)
    const say = `I was told nothing about that. ${role || nth(HONEST, turn)}`
    return {
      kind: 'talk',
      topic: 'something that I was not told',
      say,
      ask: 'What do you think yourself?',
    }
  }
  const say = `So ${mirror(words)}.`
  return { kind: 'story', topic: 'what the visitor told', say, ask: nth(AFTER_STORY, turn) }
}
