import { z } from 'zod'

// Only what is read of Anuma's answers. Anything else may change without breaking us.

const word = z.string().nullish().catch(undefined)

/** `error` is a text in an answer, an object in a stream, `{}` where there is none [sdk]. */
export const portalError = z.object({
  error: z.union([z.string().min(1), z.object({ code: word, type: word })]),
  type: word,
  code: word,
  /** Which limit a 402 is about. */
  gate: word,
})

const curatedModel = z.object({
  /** `provider/model`. */
  id: z.string(),
  category: word,
  active: z.boolean().nullish(),
  retired: z.boolean().nullish(),
  featured: z.boolean().nullish(),
  /** Empty: everybody may use it. */
  required_tier: word,
})

export const curatedModels = z.object({ models: z.array(curatedModel) })

export type CuratedModel = z.infer<typeof curatedModel>
