import { z } from 'zod'
import { type PersonaContent, personaContent } from './persona'

/** A draft may be wrong, but not without bounds: characters of its JSON, and levels. */
const longestDraft = 60_000
const deepestDraft = 4

/**
 * A persona while it is written: any of its fields, right or wrong. Checked when it is saved or
 * talked to; here only for its size and for what the database cannot keep.
 */
export const personaDraft = z
  .looseObject({ name: z.string().optional(), tagline: z.string().optional() })
  .superRefine((draft, context) => {
    const unknown = Object.keys(draft).filter((key) => !Object.hasOwn(personaContent.shape, key))
    for (const key of unknown) {
      context.addIssue({ code: 'custom', path: [key], message: 'Unknown field.' })
    }
  })
  // First of all: what is nested without end would exhaust whoever writes it down.
  .refine((draft) => isShallow(draft, deepestDraft), { error: 'Nested too deep.', abort: true })
  .refine((draft) => JSON.stringify(draft).length <= longestDraft, 'The draft is too long.')
  .refine((draft) => isStorable(JSON.stringify(draft)), {
    error: 'There is a character in it that cannot be kept.',
  })

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1))
}

// JSON writes the NUL character, and halves of a character, as escapes.
const isStorable = (json: string) => !/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i.test(json)

export type PersonaDraft = z.infer<typeof personaDraft>

/** What a draft becomes when it is saved: what it leaves out is as it was saved before. */
export const completed = (draft: PersonaDraft, saved: PersonaContent): unknown => ({
  ...saved,
  ...draft,
})
