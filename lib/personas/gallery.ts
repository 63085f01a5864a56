import 'server-only'
import type { Db } from '@/lib/db/open'
import { presetCards } from './cards'
import type { GalleryQuery } from './gallery-query'
import { listPersonas, type PersonaPage } from './list'
import { readOwner } from './owner'
import type { PersonaCard } from './persona'
import { presets } from './presets'
import { matches, searchTextOf } from './search'

/** A preset as the gallery shows it. */
export interface PresetCard extends PersonaCard {
  language: string | null
}

export interface GalleryContent {
  /** Undefined where only presets are asked for. */
  own: PersonaPage | undefined
  presets: PresetCard[]
  /** Who is there when this person comes to talk. */
  defaultId: string
}

/** Everybody this person can talk to, as far as the address asks for them. */
export async function galleryOf(
  db: Db,
  userId: string,
  { q, show, page }: GalleryQuery,
): Promise<GalleryContent> {
  const owner = await readOwner(db, userId)
  const preferences = owner.profile
  const [own, cards] = await Promise.all([
    show === 'presets' ? undefined : listPersonas(db, { userId, preferences }, { q, page }),
    show === 'own' ? [] : presetCards(preferences),
  ])
  const found = presets.filter((preset) => matches(searchTextOf(preset), q))
  return {
    own,
    presets: found.flatMap(({ id, language }) => {
      const card = cards.find((card) => card.id === id)
      return card ? [{ ...card, language }] : []
    }),
    defaultId: owner.defaultPersonaId ?? presets[0]?.id ?? '',
  }
}
