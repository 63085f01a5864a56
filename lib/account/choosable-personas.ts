import 'server-only'
import type { Db } from '@/lib/db/open'
import { findDefaultPersona } from '@/lib/personas/find-persona'
import { canBeTalkedTo, listPersonas } from '@/lib/personas/list'
import type { Owner } from '@/lib/personas/owner'
import { presets } from '@/lib/personas/presets'

/** More than a list can be searched with the eye; any other is made the default in the gallery. */
const mostOwn = 200

interface Choosable {
  id: string
  name: string
}

interface ChoosablePersonas {
  presets: Choosable[]
  /** Those that are finished, the newest first, and in any case the default. */
  own: Choosable[]
  /** The id of the default, which is in one of the lists. */
  chosen: string
}

/** Whom somebody can have in the room when they come to talk. */
export async function choosablePersonas(
  db: Db,
  userId: string,
  { profile: preferences, defaultPersonaId }: Owner,
): Promise<ChoosablePersonas> {
  const [chosen, list] = await Promise.all([
    findDefaultPersona(db, userId, defaultPersonaId),
    listPersonas(db, { userId, preferences }, { perPage: mostOwn }),
  ])
  const own = list.personas.filter(canBeTalkedTo).map(asChoice)
  const isListed = chosen.isPreset || own.some(({ id }) => id === chosen.id)
  return {
    presets: presets.map(asChoice),
    own: isListed ? own : [asChoice(chosen), ...own],
    chosen: chosen.id,
  }
}

const asChoice = ({ id, name }: Choosable): Choosable => ({ id, name })
