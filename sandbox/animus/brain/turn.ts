import type { Character } from './character'

/** What the stand-in has in front of it when it is its turn: the same gives the same answer. */
export interface Turn {
  character: Character
  words: string
  /** What the visitor said before, oldest first. */
  before: readonly string[]
}

/** Something to say, if it is called for. */
export type Line = (turn: Turn) => string | undefined

/** Says it where the words match. */
export const when =
  (heard: RegExp, say: (turn: Turn, match: RegExpExecArray) => string): Line =>
  (turn) => {
    const match = heard.exec(turn.words)
    return match ? say(turn, match) : undefined
  }
