import { columnsOf, endsSentence, splitWords } from './caption-words'

/** How far a voice has come in a message whose words arrive in chunks, a little before they are heard. */
export interface Pace {
  /** All that is known of the message. */
  text: string
  /** So many of its characters have been said. */
  said: number
  /** Up to here it came with an earlier chunk than the newest one. */
  late: number
  /** When the next word is said, in milliseconds. */
  due: number
}

export const unheard: Pace = { text: '', said: 0, late: 0, due: 0 }

/** An ordinary voice: about 150 words a minute, with a breath between sentences. */
const perColumn = 65
const perSentence = 250
/** So many times faster are words that should have been said before the newest chunk. */
const hurry = 3

const durationOf = (word: string) =>
  columnsOf(word) * perColumn + (endsSentence(word) ? perSentence : 0)

/** Whether words are known that have not been said. */
export const isWaiting = ({ text, said }: Pace) => text.slice(said).trim() !== ''

/** A chunk has come. To a voice that waited for it, its first word is what is said now. */
export function hear(pace: Pace, chunk: string, now: number): Pace {
  const due = isWaiting(pace) ? Math.min(pace.due, now + perColumn) : now
  return { ...pace, text: pace.text + chunk, late: pace.text.length, due }
}

/** Says every word that is due by now. */
export function advance(pace: Pace, now: number): Pace {
  let { said, due } = pace
  for (const word of splitWords(pace.text.slice(said))) {
    if (due > now) break
    due += durationOf(word) / (said < pace.late ? hurry : 1)
    said += word.length
  }
  return said === pace.said ? pace : { ...pace, said, due }
}

/** The message is over: all of it was said. */
export const complete = (pace: Pace): Pace => ({ ...pace, said: pace.text.length })

/** The voice was cut off: what it had not said will not come. */
export const cutOff = (pace: Pace): Pace => ({ ...pace, text: pace.text.slice(0, pace.said) })
