import { z } from 'zod'
import { languageCode } from '@/lib/personas/text'

const page = z.coerce
  .number('A page number.')
  .int('A page number.')
  .min(1, 'Pages count from 1.')
  .max(10_000)
  .default(1)
const search = z.string().max(100, 'At most 100 characters.').default('')

/** What can be asked of each list of the catalogue, as it stands in the address. */
export const catalogueQueries = {
  avatars: z.strictObject({
    page,
    search,
    source: z.enum(['stock', 'one-shot', 'own']).optional(),
  }),
  voices: z.strictObject({
    page,
    search,
    gender: z.enum(['female', 'male', 'neutral']).optional(),
    language: languageCode.optional(),
  }),
  llms: z.strictObject({ page, search }),
} as const

export type AvatarQuery = z.output<typeof catalogueQueries.avatars>
export type VoiceQuery = z.output<typeof catalogueQueries.voices>
export type LlmQuery = z.output<typeof catalogueQueries.llms>
