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

const ORDER =
  /^(?:if|when|never|do not|don't|always|only|keep|be|say|ask|give|find|tell|talk|answer|let|push|learn|use|explain|they|nothing)\b/i

/** What a line of the prompt tells about the character; empty where it only gives orders. */
function toldIn(line: string): string[] {
  const [, label = '', text = line] = /^\s*[-*•]\s*([^.:;]{1,40}):\s+(.*)$/.exec(line) ?? []
  const isKnowledge = /\b(?:know|facts?|about)\b/i.test(label)
  return text
    .replace(/^\s*[-*•]\s*/, '')
    .split(/(?<=[.!?])\s+|;\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence && !/^your name is/i.test(sentence) && !/[<>]/.test(sentence))
    .filter((sentence) => isKnowledge || (/\byour?\b/i.test(sentence) && !ORDER.test(sentence)))
    .map(asMyself)
}

/** Reads a system prompt: `Your name is X.` first, then who that is and what they know. */
export function characterOf(system: string): Character {
  const name = /\byour name is ([^.,\n]{1,60})/i.exec(system)?.[1]?.trim() ?? 'Vivian'
  const [who = system] = system.split(/^how you (?:talk|write|speak)\b.*$/im)
  const knows = who
    .split('\n')
    .filter((line) => !line.trim().endsWith(':'))
    .flatMap(toldIn)
  return {
    name,
    self: knows.find((sentence) => /^I am\b/.test(sentence)) ?? knows[0] ?? '',
    knows,
    isHeard: /\bplain speech\b|\bspoken conversation\b/i.test(system),
  }
}
