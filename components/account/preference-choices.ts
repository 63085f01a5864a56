import type { Catalogue } from '@/lib/vendors/vendor'

export interface Choice {
  id: string
  label: string
}

/** What can be preferred, for three lists; null where the vendor's catalogue cannot be read now. */
export interface PreferenceChoices {
  avatars: Choice[]
  voices: Choice[]
  llms: Choice[]
}

/** Only what a list shows: a catalogue can be large, and its addresses stay on the server. */
export function preferenceChoices(catalogue: Catalogue | undefined): PreferenceChoices | null {
  if (!catalogue) return null
  return {
    avatars: catalogue.avatars.map(({ id, name, variant }) => choice(id, name, variant)),
    voices: catalogue.voices.map(({ id, name, about }) => choice(id, name, about)),
    llms: catalogue.llms.map(({ id, name, about }) => choice(id, name, about)),
  }
}

const choice = (id: string, name: string, more: string | undefined): Choice => ({
  id,
  label: more ? `${name}, ${more}` : name,
})
