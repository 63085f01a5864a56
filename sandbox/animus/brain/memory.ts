import { type Line, when } from './turn'

const INTRODUCTION = /\b(?:my name is|call me|i am called)\s+(\p{L}+)/iu

const cite = (text: string) => {
  const [line] = text
    .replace(/\s+/g, ' ')
    .trim()
    .match(/^.{0,140}/u) ?? ['']
  return line.length < text.trim().length ? `“${line}…”` : `“${line}”`
}

/** What the messages of the request tell of the conversation so far. */
export const MEMORY: readonly Line[] = [
  when(
    /\b(?:what|which)\b.*\bi\b.*\bfirst\b|\bmy first (?:message|words|question)\b/i,
    ({ before }) => {
      const [first] = before
      return first
        ? `You began with ${cite(first)}. I remember it well!`
        : 'You have only just begun: this is your very first message to me.'
    },
  ),
  when(/\bwhat did i (?:just |last )?(?:say|tell|ask|write)\b/i, ({ before }) => {
    const last = before.at(-1)
    return last ? `A moment ago you told me ${cite(last)}.` : 'Nothing yet, before this.'
  }),
  when(/\b(?:what is|what's|remember|know) my name\b/i, ({ before }) => {
    const name = before.map((text) => INTRODUCTION.exec(text)?.[1]).findLast(Boolean)
    return name ? `Of course I know: you are ${name}.` : 'I would love to know it. What is it?'
  }),
  when(INTRODUCTION, (_, [, name]) => `Lovely to meet you, ${name}! How has your day been so far?`),
]
