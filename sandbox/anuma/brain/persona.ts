/** What a system prompt says of whom to be. */
export interface Persona {
  name: string
  /** Who that is, in the first person and as a sentence; empty if not said. */
  role: string
  /** What it knows, in the first person, a sentence each. */
  facts: string[]
  /** Whether it is heard and not read: no Markdown then. */
  speaks: boolean
}

const FIRST_PERSON: readonly [RegExp, string][] = [
  [/\byou are\b/gi, 'I am'],
  [/\byou were\b/gi, 'I was'],
  [/\byou have\b/gi, 'I have'],
  [/\byourself\b/gi, 'myself'],
  [/\byour\b/gi, 'my'],
  [/\byou\b/gi, 'I'],
]

const inFirstPerson = (text: string) => {
  const turned = FIRST_PERSON.reduce((result, [from, to]) => result.replace(from, to), text)
  return turned.charAt(0).toUpperCase() + turned.slice(1)
}

/** Orders are followed, not told. */
const ORDER =
  /^(?:if|when|never|do not|don't|always|only|keep|be|stay|use|say|ask|give|find|push|play|praise|learn|answer|begin|end|let|make|take|tell|explain|nothing)\b/i

/** Whether a line says something about whom it is said to, or what they are told to know. */
const isKnown = (line: string, label: string) =>
  /\b(?:know|facts?|about)\b/i.test(label) || (/\byou\b|\byour\b/i.test(line) && !ORDER.test(line))

/** Reads a system prompt: `Your name is X.`, then who that is, then what it knows and how it talks. */
export function readPersona(system: string): Persona {
  const name = /\byour name is ([^.,\n]{1,60})/i.exec(system)?.[1]?.trim() ?? 'your assistant'
  const facts: string[] = []
  let tellsManner = false
  for (const raw of system.split('\n')) {
    const line = raw.trim().replace(/^[-*•]\s*/, '')
    const [, label = '', text = line] = /^([^.:;]{1,40}):\s+(.*)$/.exec(line) ?? []
    if (line.endsWith(':')) tellsManner = /\b(?:talk|speak|write|style|format)/i.test(line)
    if (tellsManner || line === '' || line.endsWith(':')) continue
    for (const part of text.split(/(?<=[.!?])\s+|;\s+/)) {
      if (/^your name is/i.test(part) || /[<>]/.test(part) || !isKnown(part, label)) continue
      facts.push(inFirstPerson(/[.!?]$/.test(part) ? part : `${part}.`))
    }
  }
  const role =
    facts.find((fact) => /^I (?:am|teach|train|coach|help|work|run|know)\b/.test(fact)) ?? ''
  const speaks = /\bplain speech\b|\bspoken conversation\b/i.test(system)
  return { name, role, facts, speaks }
}
