import { createSpeakable } from './sentences-speakable'

/** Longer stretches are said in pieces: the first sound never waits for a sentence without an end. */
const longest = 240

/** Cuts words that arrive in pieces of any size into sentences that can be said. */
export interface Sentences {
  /** Takes what has arrived; answers the sentences that are complete now. */
  push: (text: string) => string[]
  /** Nothing has come for a while: answers what there is, up to its last whole word. */
  pause: () => string[]
  /** Nothing more comes: answers the rest. */
  end: () => string[]
}

/** However the same text is cut into pieces, `push` and `end` make the same sentences of it. */
export function createSentences(): Sentences {
  const speakable = createSpeakable()
  let waiting = ''

  /** What stands before `end` is a sentence. */
  function take(end: number): string[] {
    const sentence = speakable(waiting.slice(0, end))
    waiting = waiting.slice(end)
    return sentence ? [sentence] : []
  }

  return {
    push(text) {
      waiting += text
      const sentences: string[] = []
      for (let end = nextEnd(waiting); end > 0; end = nextEnd(waiting)) sentences.push(...take(end))
      return sentences
    },
    pause: () => take(waiting.search(/\S*$/)),
    end: () => take(waiting.length),
  }
}

/** Where the first sentence ends; 0 while nobody can tell. */
function nextEnd(text: string): number {
  const near = text.slice(0, longest)
  for (const mark of near.matchAll(ends)) {
    const end = mark.index + mark[0].length
    // Where the text stops here, more of the same mark may follow.
    if (isEnd(text, mark.index, end)) return end
  }
  return text.length > longest ? softEnd(near) : 0
}

/**
 * A line, or a mark that ends a sentence in one of the world's scripts: those of East Asia need no
 * space after them, all others do, so that 3.14 and an address of the web stay whole.
 */
const ends = /\n|[。！？｡]|[.!?…؟۔।॥։።။។]+["'”’»)\]*_]*\s/gu

function isEnd(text: string, start: number, end: number): boolean {
  if (text[start] !== '.') return true
  const [word = ''] = /\S*$/u.exec(text.slice(0, start)) ?? []
  const bare = word.replace(/^[^\p{L}\p{N}]+/u, '')
  // The number of an item of a list stands first in its line.
  if (/^\d{1,3}$/.test(bare)) return /\S\s+\S*$/u.test(text.slice(0, start))
  if (/^\p{Lu}$/u.test(bare) && bare !== 'I') return false
  if (titles.test(bare)) return false
  if (!shortened.test(bare)) return true
  // `at 9 p.m. on Friday` goes on, `at 9 p.m. Bring cake` does not: the next word has to be known.
  return /^\s*[^\s\p{Ll}\p{N}]/u.test(text.slice(end))
}

/** What never ends a sentence. */
const titles =
  /^(?:mr|mrs|ms|mx|dr|prof|st|rev|gen|sgt|capt|sig|sra?|mme|mlle|vs|e\.g|i\.e|cf|z\.b|d\.h|fig|vol)$/i
/** What may end one. `No.` is mostly an answer. */
const shortened = /^(?:etc|approx|jr|inc|ltd|co|dept|no|nr|usw|bzw|ca|(?:\p{L}\.)+\p{L})$/iu

/** Somewhere to breathe: after a comma, else between words, else between two characters. */
function softEnd(near: string): number {
  const comma = /^.*[,;:—،؛、，；：]\s*(?=\S)/su.exec(near)?.[0].length ?? 0
  if (comma > longest / 3) return comma
  const space = /^.*\s(?=\S)/su.exec(near)?.[0].length ?? 0
  if (space > longest / 3) return space
  // The last character may be half of one.
  return [...segmenter.segment(near)].at(-1)?.index || near.length
}

const segmenter = new Intl.Segmenter()
