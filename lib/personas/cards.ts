import 'server-only'
import { db } from '@/lib/db/client'
import { faceCatalogue } from '@/lib/vendors/registry'
import type { Catalogue } from '@/lib/vendors/vendor'
import { castAvatar } from './casting'
import type { Persona, PersonaCard } from './persona'
import { presets } from './presets'
import { ownPersonas } from './store'

/** Longest that a page waits for pictures, in ms. A later visit finds them remembered. */
const patienceMs = 1_500

/** The personas everybody finds here. Never fails: without the vendor, cards have no pictures. */
export async function presetCards(): Promise<PersonaCard[]> {
  const catalogue = await catalogueIfQuick()
  return presets.map((persona) => card(persona, catalogue))
}

/** The personas this person can talk to: the presets, then their own. */
export async function personaCards(userId: string): Promise<PersonaCard[]> {
  const [catalogue, own] = await Promise.all([
    catalogueIfQuick(),
    db().then((open) => ownPersonas(open, userId)),
  ])
  return [...presets, ...own].map((persona) => card(persona, catalogue))
}

function card(persona: Persona, catalogue: Catalogue | undefined): PersonaCard {
  const avatar = catalogue && castAvatar(persona, catalogue)
  return {
    id: persona.id,
    name: persona.name,
    tagline: persona.tagline,
    room: persona.room,
    pictureUrl: avatar?.pictureUrl ? `/avatars/${encodeURIComponent(avatar.id)}/picture` : null,
    openingLines: persona.openingLines,
  }
}

async function catalogueIfQuick(): Promise<Catalogue | undefined> {
  let timer: NodeJS.Timeout | undefined
  const impatience = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMs, undefined)
  })
  try {
    return await Promise.race([faceCatalogue(), impatience])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
