import { z } from 'zod'

const range = z.object({ min: z.number(), max: z.number() })

/** An avatar as pages know it. */
export const avatarItem = z.object({
  id: z.string(),
  name: z.string(),
  variant: z.string().optional(),
  about: z.string().optional(),
  source: z.enum(['stock', 'one-shot', 'own']),
  models: z.array(z.object({ id: z.string(), name: z.string(), takesDirectorNotes: z.boolean() })),
  /** From our own address; null where there is none. */
  pictureUrl: z.string().nullable(),
})

/** A voice as pages know it. */
export const voiceItem = z.object({
  id: z.string(),
  name: z.string(),
  about: z.string().optional(),
  gender: z.enum(['female', 'male', 'neutral']).optional(),
  country: z.string().optional(),
  language: z.string().optional(),
  controls: z.object({
    speed: range.optional(),
    volume: range.optional(),
    stability: z.literal(true).optional(),
    similarityBoost: z.literal(true).optional(),
    style: z.literal(true).optional(),
    useSpeakerBoost: z.literal(true).optional(),
    emotion: z.literal(true).optional(),
  }),
  /** From our own address; null where there is none. */
  sampleUrl: z.string().nullable(),
})

/** A language model as pages know it. */
export const llmItem = z.object({ id: z.string(), name: z.string(), about: z.string().optional() })

/** One page of a list, counted from 1. */
export interface CataloguePage<T> {
  items: T[]
  total: number
  page: number
  lastPage: number
}

/** A page as it arrives in the browser. */
const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    total: z.number(),
    page: z.number(),
    lastPage: z.number(),
  })

export const avatarPage = pageOf(avatarItem)
export const voicePage = pageOf(voiceItem).extend({
  /** What the voices of the whole catalogue speak, to filter by: ISO 639-1 codes. */
  languages: z.array(z.string()),
})
export const llmPage = pageOf(llmItem)

export type AvatarPage = z.infer<typeof avatarPage>
export type VoicePage = z.infer<typeof voicePage>
export type LlmPage = z.infer<typeof llmPage>

export type AvatarItem = z.infer<typeof avatarItem>
export type VoiceItem = z.infer<typeof voiceItem>
export type LlmItem = z.infer<typeof llmItem>
