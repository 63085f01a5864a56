import type { Situation, Topic } from './situation'

const MY_NAME = /\b(?:my name is|call me|i am called)\s+(\p{L}+)/iu

const quote = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return `“${line.length > 160 ? `${line.slice(0, 157)}…` : line}”`
}

const nameOf = ({ earlier }: Situation) =>
  earlier.map((text) => MY_NAME.exec(text)?.[1]).findLast(Boolean)

/** What is remembered is what the request brings: the vendor keeps nothing between calls. */
export const RECALL: readonly Topic[] = [
  {
    wish: 'to know what was said first',
    heard:
      /\bwhat (?:did|was the first thing) i (?:say|ask|write|tell you)?\s*(?:you )?(?:first|at the (?:start|beginning))|\bmy first (?:message|question|words)\b|\bwhat was the first thing i\b/i,
    say: ({ earlier: [first] }) =>
      first
        ? `The first thing you said to me was ${quote(first)}. I still have it in front of me.`
        : 'This is the first thing you have said to me in this conversation.',
  },
  {
    wish: 'to know what was said before',
    heard: /\bwhat did i (?:just |last )?(?:say|ask|write)\b|\bmy last (?:message|question)\b/i,
    say: ({ earlier }) => {
      const last = earlier.at(-1)
      return last
        ? `Just before, you said ${quote(last)}. Shall we go on from there?`
        : 'You have not said anything before this.'
    },
  },
  {
    wish: 'to know how long we have talked',
    heard: /\bhow many (?:messages|questions|things)\b/i,
    say: ({ earlier }) => `This is message number ${earlier.length + 1} from you that I can see.`,
  },
  {
    wish: 'to be known by name',
    heard: /\b(?:what is|what's|remember|know) my name\b/i,
    say: (situation) => {
      const name = nameOf(situation)
      return name ? `You are ${name}, of course.` : 'You have not told me yet. What is your name?'
    },
  },
  {
    wish: 'to introduce themselves',
    heard: MY_NAME,
    say: (_, [, name]) => `It is good to meet you, ${name}. What shall we talk about?`,
  },
]
