import { languageName } from './languages'
import type { PersonaContent } from './persona'

/** Lower case and without accents, so that `ines` finds `Inês`. */
export const searchable = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** What a search looks in: how a persona is called, what it is for and what it speaks. */
export function searchTextOf(
  persona: Partial<Pick<PersonaContent, 'name' | 'tagline' | 'language' | 'openingLines'>>,
): string {
  const { name = '', tagline = '', language, openingLines = [] } = persona
  const spoken = language ? languageName(language) : ''
  return searchable([name, tagline, spoken, ...openingLines].join(' ')).slice(0, 1_000)
}

/** Whether every word of the query is in the text. */
export const matches = (searchText: string, query: string): boolean =>
  searchable(query)
    .split(' ')
    .every((word) => searchText.includes(word))
