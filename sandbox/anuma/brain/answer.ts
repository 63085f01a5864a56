import { EVERYTHING } from './everything'
import { bestOf } from './known'
import { readPersona } from './persona'
import { RECALL } from './recall'
import { SHAPES } from './shapes'
import type { Situation, Topic } from './situation'
import { HONESTY, SMALL_TALK } from './small-talk'
import { wishIn } from './wish'

interface Asked {
  system: string
  /** Messages of the two sides, oldest first. */
  spoken: readonly { role: string; content: string }[]
  modelName: string
}

export interface Thought {
  reasoning: string
  text: string
}

const TOPICS: readonly Topic[] = [HONESTY, ...RECALL, EVERYTHING, ...SHAPES, ...SMALL_TALK]

const QUESTION = /\?\s*$|^(?:who|what|why|when|where|how|which|is|are|do|does|can|could|should)\b/i

const AFTER_STORY = [
  'What matters most to you in that?',
  'How did that come about?',
  'What would you like to happen next?',
]
const AFTER_WISH = [
  'Where shall we begin?',
  'You go first: what comes to mind?',
  'How should it start?',
]
const HONEST = [
  'I only know a few lines here, so I would rather say so than invent an answer.',
  'A real model would have something to say now; I only keep its place.',
  'That is beyond me, I am afraid.',
]

const nth = (lines: readonly string[], index: number) => lines[index % lines.length] ?? ''

function otherwise({ persona, words, earlier }: Situation): [wish: string, text: string] {
  const turn = earlier.length
  const wish = wishIn(words)
  if (wish) return [`me to ${wish}`, `Gladly, I can ${wish}. ${nth(AFTER_WISH, turn)}`]
  const fact = bestOf(persona.facts, words)
  if (fact) return ['something that my instructions tell', `${fact} Does that help you?`]
  if (QUESTION.test(words)) {
    return ['something I was not told about', `${nth(HONEST, turn)} What do you think yourself?`]
  }
  const said = words.replace(/\s+/g, ' ').replace(/[.!?]+$/, '')
  const short = said.length > 120 ? `${said.slice(0, 117)}…` : said
  return ['to be heard', `I hear you: “${short}”. ${nth(AFTER_STORY, turn)}`]
}

function think(situation: Situation): [wish: string, text: string] {
  if (situation.words.trim() === '') {
    return ['nothing that reached me', 'Your message reached me empty. What did you want to say?']
  }
  for (const topic of TOPICS) {
    const match = topic.heard.exec(situation.words)
    if (match) return [topic.wish, topic.say(situation, match)]
  }
  return otherwise(situation)
}

/** What the stand-in says, and what it thought before. The same input gives the same answer. */
export function answer({ system, spoken, modelName }: Asked): Thought {
  const said = spoken.filter(({ role }) => role === 'user').map(({ content }) => content)
  const persona = readPersona(system)
  const words = said.at(-1) ?? ''
  const [wish, whole] = think({ persona, modelName, words, earlier: said.slice(0, -1) })
  // One of the models is known for being brief.
  const text = modelName === 'Dart' ? (/^.*?[.!?](?=\s|$)/s.exec(whole)?.[0] ?? whole) : whole
  const reasoning = `The visitor wants ${wish}. They have said ${said.length} things so far, and I am ${persona.name}. I will answer in my own words and keep to what I was told.`
  return { reasoning, text }
}
