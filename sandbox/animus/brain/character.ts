/** Whom a system prompt asks to be. */
export interface Character {
  name: string
  /** Who that is, as `I am …`; empty if not said. */
  self: string
  /** Sentences about what the character knows or has, in the first person. */
  knows: string[]
  /** Whether it is heard and not read: no Markdown then. */
  isHeard: boolean
}

const SWAPS: Record<string, string> = {
  'you are': 'I am',
  'you were': 'I was',
  your: 'my',
  yourself: 'myself',
  you: 'I',
}

function asMyself(sentence: string): string {
  const swapped = sentence.replace(
    /\b(?:you are|you were|yourself|your|you)\b/gi,
    (words) => SWAPS[words.toLowerCase()] ?? words,
  )
  const ended = /[.!?]$/.test(swapped) ? swapped : `${swapped}.`
  return ended.charAt(0).toUpperCase() + ended.slice(1)
}

const IS_ABOUT_ME = /\b(?:you|your|yourself)\b/i
const IS_ORDER =
  /^(?:if|when|never|do not|don't|always|only|keep|be|say|ask|give|find|tell|talk|answer|let|push|learn|use|they|nothing)\b/i

/** Reads a system prompt: `Your name is X.` first, then who that is and what they know. */
export function characterOf(system: string): Character {
  const name = /\byour name is ([^.,\n]{1,60})/i.exec(system)?.[1]?.trim() ?? 'Vivian'
  const [who = system] = system.split(/^.*\b(?:how you talk|style|format)\b.*:$/im)
  const sentences = who
    .split('\n')
    .filter((line) => !line.trim().endsWith(':'))
    .flatMap((line) => line.replace(/^\s*[-*•]\s*/, '').split(/(?<=[.!?])\s+|;\s+/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence && !/^your name is/i.test(sentence) && !/[<>]/.test(sentence))
  const statements = sentences.filter((sentence) => !IS_ORDER.test(sentence))
  const self =
    statements.find((sentence) => /^you are\b/i.test(sentence)) ??
    statements.find((sentence) => IS_ABOUT_ME.test(sentence)) ??
    ''
  return {
    name,
    self: self && asMyself(self),
    knows: statements.map((sentence) => asMyself(sentence.replace(/^things you know:\s*/i, ''))),
    isHeard: /\bplain speech\b|\bspoken conversation\b/i.test(system),
  }
}
