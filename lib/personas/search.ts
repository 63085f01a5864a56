import { z } from 'zod'
import { languageName } from './languages'
import type { PersonaContent } from './persona'
import { languageCode } from './text'

/** Lower case and without accents, so that `ines` finds `Inês`; and nothing that Postgres refuses. */
export const searchable = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** What a search looks in: how a persona is called, what it is for and what it speaks. */
export function searchTextOf(
  persona: Partial<Pick<PersonaContent, 'name' | 'tagline' | 'language' | 'openingLines'>>,
): string {
  const { name = '', tagline = '', language, openingLines = [] } = persona
  const spoken = language ? languageName(language) : ''
  return searchable([name, tagline, spoken, ...openingLines].join(' ')).slice(0, 1_000)
}

const searched = z.object({
  name: z.string().catch(''),
  tagline: z.string().catch(''),
  language: languageCode.nullable().catch(null),
  openingLines: z.array(z.string()).catch([]),
})

/** The same for a draft, where anything may still be wrong. */
export const searchTextOfDraft = (draft: object | null): string =>
  searchTextOf(searched.parse(draft ?? {}))

/** Whether every word of the query is in the text. */
export const matches = (searchText: string, query: string): boolean =>
  searchable(query)
    .split(' ')
    .every((word) => searchText.includes(word))
