/** What can be said aloud of a system prompt. */
export interface ReadPrompt {
  /** Who the persona is, in the first person, such as `I am a barista in Bologna.`; empty if not said. */
  role: string
  /** Statements in the first person: what the persona knows, then what it is. */
  facts: string[]
  /** What it was told to do, as phrases that can follow `I try to`. */
  habits: string[]
}

const IMPERATIVE =
  /^(?:first |then )?(?:adapt|answer|ask|explain|find|give|greet|help|invent|learn|let|listen|play|praise|prefer|push|remember|say|speak|start|take|talk|teach|tell|try|understand|use)\b/i

/** Rules for cases, and rules about the visitor: no statements that could be said to the visitor. */
const RULE = /^(?:if|when|never|do not|don't|always|only|keep|end|be|stay|refuse|for)\b/i

const FIRST_PERSON: [RegExp, string][] = [
  [/\byou are\b/gi, 'I am'],
  [/\byou're\b/gi, 'I am'],
  [/\byou were\b/gi, 'I was'],
  [/\byourself\b/gi, 'myself'],
  [/\byours\b/gi, 'mine'],
  [/\byour\b/gi, 'my'],
  [/\byou\b/gi, 'I'],
]

/** Turns what is said to the persona into what the persona says of itself. */
export function inFirstPerson(text: string): string {
  const turned = FIRST_PERSON.reduce((result, [from, to]) => result.replace(from, to), text)
  return turned.charAt(0).toUpperCase() + turned.slice(1)
}

const asSentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)

const asPhrase = (text: string) => {
  const [start = text] = inFirstPerson(text).split(/[,:;.]\s|[.!?]+$/)
  return start.charAt(0).toLowerCase() + start.slice(1)
}

/** Reads a system prompt. What stands under `How you talk:` is about speaking, not about the persona. */
export function readPrompt(systemPrompt: string): ReadPrompt {
  const known: string[] = []
  const said: string[] = []
  const habits: string[] = []
  let isAboutSpeaking = false
  for (const raw of systemPrompt.split('\n')) {
    const line = raw.trim()
    if (line.endsWith(':')) isAboutSpeaking = /\b(?:talk|speak|style|format)/i.test(line)
    if (line === '' || line.endsWith(':') || isAboutSpeaking) continue
    const isBullet = /^[-*•]/.test(line)
    const [, label = '', text = line] = /^[-*•]\s*(?:([^.:;]{1,40}):\s+)?(.*)$/.exec(line) ?? []
    const knows = !isBullet || /\b(?:know|facts?|about)\b/i.test(label)
    for (const part of text.split(/(?<=[.!?])\s+|;\s+/)) {
      if (IMPERATIVE.test(part)) habits.push(asPhrase(part))
      else if (knows && part !== '' && !RULE.test(part)) {
        const target = isBullet ? known : said
        target.push(asSentence(inFirstPerson(part)))
      }
    }
  }
  const role = said.find((fact) => /^I (?!believe|like|love|hate|also)\w+/.test(fact)) ?? ''
  return { role, facts: [...known, ...said], habits }
}
