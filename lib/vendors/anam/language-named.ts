import { languages } from '@/lib/personas/languages'

const codes = new Map(languages.map(({ code, name }) => [name.toLowerCase(), code]))

/** The ISO 639-1 code of the first of a voice's tags that is the English name of a language. */
export const languageNamed = (tags: readonly string[]): string | undefined =>
  tags.map((tag) => codes.get(tag.trim().toLowerCase())).find((code) => code !== undefined)
