import 'server-only'
import { and, count, desc, eq, isNull, like, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '@/lib/db/open'
import { personas } from '@/lib/db/schema'
import { catalogueIfQuick } from '@/lib/vendors/catalogue-if-quick'
import { blankContent } from './blank'
import { personaCard } from './cards'
import type { Preferences } from './casting'
import { type PersonaCard, personaContent } from './persona'
import { searchable } from './search'
import { readStored } from './stored'

/** A persona of one's own as the gallery shows it. */
export interface PersonaSummary extends PersonaCard {
  language: string | null
  version: number
  /** Never saved: it can be written on, not talked with. */
  isUnfinished: boolean
  /** It was saved by another version of the app: nothing but exporting and deleting is left. */
  isUnreadable: boolean
  /** Something was written since it was saved. */
  hasDraft: boolean
}

export const canBeTalkedTo = ({ isUnfinished, isUnreadable }: PersonaSummary) =>
  !isUnfinished && !isUnreadable

export interface PersonaPage {
  personas: PersonaSummary[]
  total: number
  page: number
  lastPage: number
}

export interface ListQuery {
  /** Every word has to be found in name, tagline, language or opening lines. */
  q?: string | undefined
  /** From 1; beyond the last page is the last page. */
  page?: number | undefined
  perPage?: number | undefined
}

/** What a card needs, of a saved persona or of a draft, where anything may still be wrong. */
const shown = z.object({
  name: personaContent.shape.name.catch(''),
  tagline: personaContent.shape.tagline.catch(''),
  language: personaContent.shape.language.catch(null),
  room: personaContent.shape.room.catch(blankContent.room),
  avatarId: personaContent.shape.avatarId.catch(null),
  casting: personaContent.shape.casting.catch(blankContent.casting),
  openingLines: personaContent.shape.openingLines.catch([]),
})

// The prompts of hundreds of personas are not worth reading for their cards.
const card = sql<unknown>`coalesce(${personas.content}, ${personas.draft}) - 'systemPrompt'`

/** One page of a person's own personas, the newest first. */
export async function listPersonas(
  db: Db,
  { userId, preferences }: { userId: string; preferences: Preferences },
  { q = '', page = 1, perPage = 24 }: ListQuery = {},
): Promise<PersonaPage> {
  const theirs = and(
    eq(personas.ownerId, userId),
    isNull(personas.deletedAt),
    ...searchable(q).split(' ').filter(Boolean).slice(0, 10).map(contains),
  )
  const [[counted], catalogue] = await Promise.all([
    db.select({ total: count() }).from(personas).where(theirs),
    catalogueIfQuick(),
  ])
  const total = counted?.total ?? 0
  const lastPage = Math.max(1, Math.ceil(total / perPage))
  const shownPage = Math.min(Math.max(1, page), lastPage)
  const rows = await db
    .select({
      id: personas.id,
      version: personas.version,
      card,
      isUnfinished: sql<boolean>`${personas.content} is null`,
      hasDraft: sql<boolean>`${personas.draft} is not null`,
    })
    .from(personas)
    .where(theirs)
    .orderBy(desc(personas.createdAt), desc(personas.id))
    .offset((shownPage - 1) * perPage)
    .limit(perPage)
  return {
    personas: rows.map(({ card, ...row }) => {
      const persona = shown.parse(card)
      return {
        ...personaCard({ ...persona, id: row.id }, catalogue, preferences),
        ...row,
        language: persona.language,
        isUnreadable: !row.isUnfinished && readStored(withPrompt(card)) === null,
      }
    }),
    total,
    page: shownPage,
    lastPage,
  }
}

/** The prompt is not read here: any other stands for it. */
const withPrompt = (card: unknown) =>
  typeof card === 'object' && card !== null ? { ...card, systemPrompt: '…' } : card

const contains = (word: string): SQL =>
  like(personas.searchText, `%${word.replace(/[\\%_]/g, '\\$&')}%`)
