import type { Said } from './read-reply'

const opens = '<think>'
const closes = '</think>'

/**
 * Takes thoughts out of a text that streams in, where a model puts them between `<think>` tags
 * before its answer. Call it with each piece in turn; a tag may be cut up over several of them.
 */
export function thinkTags(): (piece: string) => Pick<Said, 'text' | 'reasoning'> {
  let state: 'begins' | 'thinks' | 'thought' | 'answers' = 'begins'
  /** What may still turn out to be a tag. */
  let held = ''
  return (piece) => {
    let rest = held + piece
    held = ''
    let reasoning = ''
    if (state === 'begins') {
      const start = rest.trimStart()
      if (start.startsWith(opens)) {
        state = 'thinks'
        rest = start.slice(opens.length)
      } else if (opens.startsWith(start)) {
        held = rest
        return {}
      } else state = 'answers'
    }
    if (state === 'thinks') {
      const end = rest.indexOf(closes)
      const safe = end >= 0 ? end : rest.length - partAtEnd(rest)
      reasoning = rest.slice(0, safe)
      held = end >= 0 ? '' : rest.slice(safe)
      rest = end >= 0 ? rest.slice(end + closes.length) : ''
      if (end >= 0) state = 'thought'
    }
    if (state === 'thought') {
      rest = rest.trimStart()
      if (rest !== '') state = 'answers'
    }
    return { text: rest, reasoning }
  }
}

/** How many characters at the end could be the beginning of a closing tag. */
function partAtEnd(text: string): number {
  let length = Math.min(text.length, closes.length - 1)
  while (length > 0 && !closes.startsWith(text.slice(-length))) length--
  return length
}
