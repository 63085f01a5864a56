import type { z } from 'zod'
import { authorizedFetch } from '@/lib/auth/authorized-fetch'
import {
  type AvatarItem,
  type AvatarPage,
  avatarItem,
  avatarPage,
  type CataloguePage,
  type LlmItem,
  type LlmPage,
  llmItem,
  llmPage,
  type VoiceItem,
  type VoicePage,
  voiceItem,
  voicePage,
} from './items'

/** A list of the catalogue: where it is, and what it answers. */
export interface CatalogueList<Item, Page extends CataloguePage<Item>> {
  path: string
  item: z.ZodType<Item>
  page: z.ZodType<Page>
}

export const avatarList: CatalogueList<AvatarItem, AvatarPage> = {
  path: '/api/catalogue/avatars',
  item: avatarItem,
  page: avatarPage,
}
export const voiceList: CatalogueList<VoiceItem, VoicePage> = {
  path: '/api/catalogue/voices',
  item: voiceItem,
  page: voicePage,
}
export const llmList: CatalogueList<LlmItem, LlmPage> = {
  path: '/api/catalogue/llms',
  item: llmItem,
  page: llmPage,
}

/** What a list is narrowed by; what is empty does not narrow. */
export type Filters = Partial<Record<'search' | 'source' | 'gender' | 'language', string>>

/** One page of a list. Throws when the server did not answer with one. */
export async function fetchPage<Item, Page extends CataloguePage<Item>>(
  list: CatalogueList<Item, Page>,
  filters: Filters,
  page: number,
  signal: AbortSignal,
): Promise<Page> {
  const query = new URLSearchParams({ page: String(page) })
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value)
  const response = await authorizedFetch(`${list.path}?${query}`, { signal })
  if (!response.ok) throw new Error(`The catalogue answered ${response.status}`)
  return list.page.parse(await response.json())
}

/** One item; null when the catalogue does not have it. Throws when the server could not tell. */
export async function fetchItem<Item>(
  list: Pick<CatalogueList<Item, CataloguePage<Item>>, 'path' | 'item'>,
  id: string,
  signal: AbortSignal,
): Promise<Item | null> {
  const response = await authorizedFetch(`${list.path}/${encodeURIComponent(id)}`, { signal })
  if (response.status === 404) return null
  if (!response.ok) throw new Error(`The catalogue answered ${response.status}`)
  return list.item.parse(await response.json())
}
