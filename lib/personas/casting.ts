import 'server-only'
import { Problem } from '@/lib/http/problem'
import type { Catalogue, CatalogueAvatar, CatalogueVoice } from '@/lib/vendors/vendor'
import type { Persona } from './persona'

/** What a person would rather see and hear, where a persona does not say. */
export interface Preferences {
  avatarId: string | null
  voiceId: string | null
  llmId: string | null
}

export const noPreferences: Preferences = { avatarId: null, voiceId: null, llmId: null }

/** Face, voice and mind of a persona, by the vendor's ids. */
export interface Cast {
  avatarId: string
  voiceId: string
  llmId: string
  /** The voice as the catalogue describes it; undefined when it is not in there. */
  voice: CatalogueVoice | undefined
  avatar: CatalogueAvatar | undefined
}

type Chosen = Pick<Persona, 'avatarId' | 'voiceId' | 'llmId' | 'casting'>

/**
 * Casts a persona: by its own choice, else by the visitor's, else from the catalogue, where the
 * same catalogue always gives the same cast and one with fewer faces or voices than personas lets
 * some share. Throws `vendor_error` when it is empty.
 */
export function castPersona(
  persona: Chosen,
  catalogue: Catalogue,
  preferences: Preferences = noPreferences,
): Cast {
  const avatar = castAvatar(persona, catalogue, preferences)
  const voice = castVoice(persona, catalogue, preferences)
  const avatarId = persona.avatarId ?? avatar?.id
  const voiceId = persona.voiceId ?? voice?.id
  const preferredLlm = catalogue.llms.find(({ id }) => id === preferences.llmId)
  const llmId = persona.llmId ?? preferredLlm?.id ?? catalogue.llms[0]?.id
  if (!avatarId || !voiceId || !llmId) {
    throw new Problem('vendor_error', { cause: new Error('The catalogue is empty') })
  }
  return { avatarId, voiceId, llmId, avatar, voice }
}

/** The avatar alone, for its picture; undefined when the catalogue does not have it. */
export function castAvatar(
  { avatarId, casting }: Pick<Chosen, 'avatarId' | 'casting'>,
  { avatars }: Catalogue,
  preferences: Preferences = noPreferences,
): CatalogueAvatar | undefined {
  if (avatarId) return avatars.find(({ id }) => id === avatarId)
  // A preference that the catalogue has lost counts for nothing.
  const preferred = avatars.find(({ id }) => id === preferences.avatarId)
  return preferred ?? nth(avatars, casting.avatar)
}

/** The voice alone; undefined when the catalogue does not have it. */
export function castVoice(
  { voiceId, casting }: Pick<Chosen, 'voiceId' | 'casting'>,
  { voices }: Catalogue,
  preferences: Preferences = noPreferences,
): CatalogueVoice | undefined {
  if (voiceId) return voices.find(({ id }) => id === voiceId)
  const preferred = voices.find(({ id }) => id === preferences.voiceId)
  const fitting = voices.filter(({ gender }) => gender === casting.gender)
  return preferred ?? nth(fitting.length > 0 ? fitting : voices, casting.voice)
}

const nth = <T>(items: T[], index: number): T | undefined => items[index % items.length]
