import 'server-only'
import { Problem } from '@/lib/http/problem'
import type { Catalogue } from '@/lib/vendors/vendor'
import type { Persona } from './persona'

/** Face, voice and mind of a persona, by the vendor's ids. */
export interface Cast {
  avatarId: string
  voiceId: string
  llmId: string
}

/**
 * Casts a persona from the catalogue. The same catalogue always gives the same cast; one with
 * fewer faces or voices than personas lets some share. Throws `vendor_error` when it is empty.
 */
export function castPersona({ cast }: Pick<Persona, 'cast'>, catalogue: Catalogue): Cast {
  if (cast.kind === 'chosen') {
    return { avatarId: cast.avatarId, voiceId: cast.voiceId, llmId: cast.llmId }
  }
  const fitting = catalogue.voices.filter((voice) => voice.gender === cast.gender)
  const avatar = nth(catalogue.avatars, cast.avatar)
  const voice = nth(fitting.length > 0 ? fitting : catalogue.voices, cast.voice)
  const llm = catalogue.llms[0]
  if (!avatar || !voice || !llm) {
    throw new Problem('vendor_error', { cause: new Error('The catalogue is empty') })
  }
  return { avatarId: avatar.id, voiceId: voice.id, llmId: llm.id }
}

/** The avatar alone, for its picture; undefined when the catalogue does not have it. */
export function castAvatar({ cast }: Pick<Persona, 'cast'>, { avatars }: Catalogue) {
  return cast.kind === 'stock'
    ? nth(avatars, cast.avatar)
    : avatars.find((avatar) => avatar.id === cast.avatarId)
}

const nth = <T>(items: T[], index: number): T | undefined => items[index % items.length]
