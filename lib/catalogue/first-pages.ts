import 'server-only'
import { type Brain, brains } from '@/lib/personas/brains'
import { catalogueIfQuick } from '@/lib/vendors/catalogue-if-quick'
import type { AvatarPage, LlmPage, VoicePage } from './items'
import { avatarPage, llmPage, voicePage } from './pages'

/** What the pickers begin with; null for each list that cannot be read now. */
export interface FirstPages {
  avatars: AvatarPage | null
  voices: VoicePage | null
  llms: LlmPage | null
  /** Services that can think instead of a language model of the catalogue: all that are set up. */
  brains: Brain[]
}

/** The first page of each list, for a page that must not wait for the vendor. Never fails. */
export async function firstPages(): Promise<FirstPages> {
  const catalogue = await catalogueIfQuick()
  const first = { page: 1, search: '' }
  const readable = <T extends { total: number }>(page: T | undefined) => (page?.total ? page : null)
  return {
    avatars: readable(catalogue && avatarPage(catalogue, first)),
    voices: readable(catalogue && voicePage(catalogue, first)),
    llms: readable(catalogue && llmPage(catalogue, first)),
    brains: brains(),
  }
}
