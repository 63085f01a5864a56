const segmenter = new Intl.Segmenter('ml', { granularity: 'grapheme' })

export interface Word {
  /** With the space after it: all words together are the text. */
  text: string
  syllables: string[]
  pauseSeconds: number
}

const BETWEEN_WORDS = 0.04
const PAUSES: [RegExp, number][] = [
  [/[.!?…]\s*$/, 0.32],
  [/[,;:–]\s*$/, 0.16],
]

/** A text as it is spoken: word by word, with the pauses that its punctuation asks for. */
export function wordsOf(text: string): Word[] {
  return (text.match(/\s*\S+\s*/g) ?? []).map((word) => ({
    text: word,
    syllables: [...segmenter.segment(word)]
      .map(({ segment }) => segment)
      .filter((segment) => /[\p{L}\p{N}]/u.test(segment)),
    pauseSeconds: PAUSES.find(([mark]) => mark.test(word))?.[1] ?? BETWEEN_WORDS,
  }))
}
