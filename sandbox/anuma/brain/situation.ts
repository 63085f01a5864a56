import type { Persona } from './persona'

/** Everything an answer may depend on: the same input always gives the same answer. */
export interface Situation {
  persona: Persona
  /** Name of the model as the catalogue shows it. */
  modelName: string
  /** What the visitor has just said. */
  words: string
  /** What the visitor said before, oldest first. */
  earlier: readonly string[]
}

/** A thing that can be said, where the words call for it. */
export interface Topic {
  /** What the visitor wants, as it stands in a thought. */
  wish: string
  heard: RegExp
  say(situation: Situation, match: RegExpExecArray): string
}
