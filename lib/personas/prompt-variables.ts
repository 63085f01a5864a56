import { languageName } from './languages'
import type { Visitor } from './visitor'

/** What a system prompt can have filled in when a talk begins, written as `{{visitor_name}}`. */
export const promptVariables = [
  { name: 'visitor_name', about: 'the name in the visitor’s profile, or “the visitor”' },
  { name: 'visitor_language', about: 'the language they prefer, or “their language”' },
  { name: 'persona_name', about: 'the name above' },
  { name: 'today', about: 'the date, such as 22 November 2026' },
] as const

type VariableName = (typeof promptVariables)[number]['name']

const pattern = /\{\{\s*([\w-]+)\s*\}\}/g

/** The first variable in a prompt that does not exist; undefined when all do. */
export function unknownVariable(prompt: string): string | undefined {
  return [...prompt.matchAll(pattern)]
    .map(([, name = '']) => name)
    .find((name) => !promptVariables.some((known) => known.name === name))
}

const mostWords = 4

/** A name is a name: what could be read as anything else, such as a sentence, is left out of it. */
const plainName = (name: string) =>
  name
    .replace(/[^\p{L}\p{M}\p{N} '’-]/gu, '')
    .split(' ')
    .filter(Boolean)
    .slice(0, mostWords)
    .join(' ')

/** The prompt with its variables filled in. */
export function fillIn(
  prompt: string,
  { personaName, visitor, now }: { personaName: string; visitor: Visitor; now: Date },
): string {
  const { displayName, language } = visitor.profile
  const values: Record<VariableName, string> = {
    visitor_name: plainName(displayName) || 'the visitor',
    visitor_language: language ? languageName(language) : 'their language',
    persona_name: personaName,
    today: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(now),
  }
  const known = new Map(Object.entries(values))
  return prompt.replace(pattern, (whole, name: string) => known.get(name) ?? whole)
}
