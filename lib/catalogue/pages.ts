import { searchable } from '@/lib/personas/search'
import type { Catalogue, CatalogueAvatar, CatalogueVoice } from '@/lib/vendors/vendor'
import type { AvatarItem, CataloguePage, LlmItem, VoiceItem, VoicePage } from './items'
import type { AvatarQuery, LlmQuery, VoiceQuery } from './query'

const perPage = 24

/** One page of the avatars that fit; a page beyond the last is empty. */
export function avatarPage({ avatars }: Catalogue, query: AvatarQuery): CataloguePage<AvatarItem> {
  const fitting = avatars.filter(
    ({ source, name, variant, about, tags = [] }) =>
      (query.source === undefined || query.source === source) &&
      has(query.search, name, variant, about, ...tags),
  )
  return pageOf(fitting.map(avatarItem), query.page)
}

/** One page of the voices that fit. */
export function voicePage({ voices }: Catalogue, query: VoiceQuery): VoicePage {
  const fitting = voices.filter(
    ({ gender, language, name, about, tags = [] }) =>
      (query.gender === undefined || query.gender === gender) &&
      (query.language === undefined || query.language === language) &&
      has(query.search, name, about, ...tags),
  )
  const languages = new Set(voices.flatMap(({ language }) => language ?? []))
  return {
    ...pageOf(fitting.map(voiceItem), query.page),
    languages: [...languages].toSorted(),
  }
}

/** One page of the language models that fit. */
export function llmPage({ llms }: Catalogue, query: LlmQuery): CataloguePage<LlmItem> {
  return pageOf(
    llms.filter(({ name, about }) => has(query.search, name, about)),
    query.page,
  )
}

/** The vendor's address of a picture goes no further than the server. */
export const avatarItem = ({ pictureUrl, tags: _, ...avatar }: CatalogueAvatar): AvatarItem => ({
  ...avatar,
  pictureUrl: pictureUrl ? `/avatars/${encodeURIComponent(avatar.id)}/picture` : null,
})

/** The same for a voice and its sample. */
export const voiceItem = ({ sampleUrl, tags: _, ...voice }: CatalogueVoice): VoiceItem => ({
  ...voice,
  sampleUrl: sampleUrl ? `/voices/${encodeURIComponent(voice.id)}/sample` : null,
})

function has(search: string, ...texts: (string | undefined)[]): boolean {
  const text = searchable(texts.filter(Boolean).join(' '))
  return searchable(search)
    .split(' ')
    .every((word) => text.includes(word))
}

const pageOf = <T>(items: T[], page: number): CataloguePage<T> => ({
  items: items.slice((page - 1) * perPage, page * perPage),
  total: items.length,
  page,
  lastPage: Math.max(1, Math.ceil(items.length / perPage)),
})
