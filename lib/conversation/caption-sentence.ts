import { columnsOf, endsSentence, splitWords } from './caption-words'

export interface Caption {
  /** What has been said of the sentence, up to now. */
  spoken: string
  /** What is known of the rest of it, with the space before it; empty where nothing is. */
  upcoming: string
}

/** Shorter than this, what looks like a sentence is taken with the next one: `Va bene!`, `Dr.` */
const shortest = 12
const lines = 2

/** The sentence in which the last of the `said` characters lies; undefined before the first word. */
export function sentenceAt(text: string, said: number): Caption | undefined {
  if (!text.slice(0, said).trim()) return
  let start = 0
  let end = 0
  for (const word of splitWords(text)) {
    end += word.length
    if (!endsSentence(word) || text.slice(start, end).trim().length < shortest) continue
    if (end >= said) break
    // The next sentence begins with its first word that is said.
    if (text.slice(end, said).trim()) start = end
  }
  return { spoken: text.slice(start, said).trim(), upcoming: text.slice(said, end) }
}

/**
 * What of a sentence is shown on two lines of `columns` characters each: a part that begins at a
 * fixed word, so that more words change nothing of what can be read already.
 */
export function twoLines({ spoken, upcoming }: Caption, columns: number): Caption {
  const whole = spoken + upcoming
  let from = 0
  let to = whole.length
  let at = 0
  let line = 1
  let column = 0
  for (const word of splitWords(whole)) {
    const width = columnsOf(word.trim())
    const space = column > 0 && /^\s/.test(word) ? 1 : 0
    if (column > 0 && column + space + width > columns) {
      line += 1
      column = 0
    }
    if (line > lines) {
      if (at >= spoken.length) {
        to = at
        break
      }
      from = at
      line = 1
    }
    column += width + (column > 0 ? space : 0)
    // A word that is longer than a line goes on in the next one.
    line += Math.ceil(column / columns) - 1
    column -= columns * (Math.ceil(column / columns) - 1)
    at += word.length
  }
  return {
    spoken: whole.slice(from, spoken.length).trimStart(),
    upcoming: whole.slice(spoken.length, to),
  }
}
