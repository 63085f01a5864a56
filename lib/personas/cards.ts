import 'server-only'
import { catalogueIfQuick } from '@/lib/vendors/catalogue-if-quick'
import type { Catalogue } from '@/lib/vendors/vendor'
import { castAvatar, noPreferences, type Preferences } from './casting'
import type { Persona, PersonaCard } from './persona'
import { presets } from './presets'

type Pictured = Pick<
  Persona,
  'id' | 'name' | 'tagline' | 'room' | 'openingLines' | 'avatarId' | 'casting'
>

/** The personas everybody finds here. Never fails: without the vendor, cards have no pictures. */
export async function presetCards(preferences = noPreferences): Promise<PersonaCard[]> {
  const catalogue = await catalogueIfQuick()
  return presets.map((persona) => personaCard(persona, catalogue, preferences))
}

/** A persona as the room and the gallery show it. */
export const personaCard = (
  persona: Pictured,
  catalogue: Catalogue | undefined,
  preferences: Preferences,
): PersonaCard => ({
  id: persona.id,
  name: persona.name,
  tagline: persona.tagline,
  room: persona.room,
  pictureUrl: pictureUrl(persona, catalogue, preferences),
  openingLines: persona.openingLines,
})

/** The picture of whoever plays a persona, from our own address; null where there is none. */
function pictureUrl(
  persona: Pick<Pictured, 'avatarId' | 'casting'>,
  catalogue: Catalogue | undefined,
  preferences: Preferences,
): string | null {
  const avatar = catalogue && castAvatar(persona, catalogue, preferences)
  return avatar?.pictureUrl ? `/avatars/${encodeURIComponent(avatar.id)}/picture` : null
}
