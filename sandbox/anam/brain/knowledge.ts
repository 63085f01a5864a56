import type { Situation } from './brain'
import { keywords, shared } from './keywords'
import { inFirstPerson, readPrompt } from './read-prompt'

/** What the prompt or the context has to say on a turn, and where it was found. */
export interface Finding {
  say: string
  source: 'context' | 'prompt'
}

function best(sentences: string[], asked: Set<string>): string | undefined {
  let [found, most] = ['', 0]
  for (const sentence of sentences) {
    const score = shared(asked, keywords(sentence))
    if (score > most) [found, most] = [sentence, score]
  }
  return most > 0 ? found : undefined
}

/** The sentence of context or prompt that has most in common with what was asked; none if nothing has. */
export function lookUp(words: string, { context, systemPrompt }: Situation): Finding | undefined {
  const asked = keywords(words)
  const notes = context.flatMap((text) => text.split(/(?<=[.!?])\s+|\n+/)).reverse()
  const noted = best(notes, asked)
  if (noted) return { say: inFirstPerson(noted.trim()), source: 'context' }
  const fact = best(readPrompt(systemPrompt).facts, asked)
  return fact ? { say: fact, source: 'prompt' } : undefined
}
