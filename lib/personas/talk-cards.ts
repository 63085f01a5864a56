import 'server-only'
import type { Db } from '@/lib/db/open'
import { Problem } from '@/lib/http/problem'
import { catalogueIfQuick } from '@/lib/vendors/catalogue-if-quick'
import { personaCard } from './cards'
import { findDefaultPersona, findPersona } from './find-persona'
import { canBeTalkedTo, listPersonas } from './list'
import { readOwner } from './owner'
import type { Persona, PersonaCard } from './persona'
import { presets } from './presets'

/** How many of one's own the room offers; all of them are in the gallery. */
const mostOwn = 24

export interface TalkCards {
  /** Who is in the room when the page opens. */
  first: PersonaCard
  /** Whom else one can choose there; `first` is among them. */
  cards: PersonaCard[]
}

interface Wish {
  /** Undefined: whoever this person has chosen as their default. */
  personaId: string | undefined
  /** As it is being written. */
  draft: boolean
}

/**
 * Who can be talked to in the room. An id that is not there counts as none. Throws
 * `invalid_request` for a draft that is not finished.
 */
export async function talkCards(db: Db, userId: string, wish: Wish): Promise<TalkCards> {
  const owner = await readOwner(db, userId)
  const preferences = owner.profile
  const [chosen, own, catalogue] = await Promise.all([
    find(db, userId, wish, owner.defaultPersonaId),
    listPersonas(db, { userId, preferences }, { perPage: mostOwn }),
    catalogueIfQuick(),
  ])
  const first = personaCard(chosen, catalogue, preferences)
  const others = [
    ...presets.map((persona) => personaCard(persona, catalogue, preferences)),
    ...own.personas.filter(canBeTalkedTo),
  ]
  const cards = others.some(({ id }) => id === first.id)
    ? others.map((card) => (card.id === first.id ? first : card))
    : [first, ...others]
  return { first, cards }
}

async function find(
  db: Db,
  userId: string,
  { personaId, draft }: Wish,
  defaultPersonaId: string | null,
): Promise<Persona> {
  if (personaId) {
    try {
      return await findPersona(db, { userId, personaId, draft })
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'not_found') throw error
    }
  }
  return findDefaultPersona(db, userId, defaultPersonaId)
}
