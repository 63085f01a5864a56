import { z } from 'zod'
import { longest as longestOf } from './persona'
import { languageCode, line, text, vendorId } from './text'

/** Lengths in characters, for the schema and the form. */
export const longest = { displayName: longestOf.name, about: 1_000 } as const

/** What somebody tells about themselves, for the personas they talk to. Empty where nothing was told. */
export const profile = z.strictObject({
  displayName: line(longest.displayName),
  /** Any number of lines. */
  about: text(longest.about),
  /** ISO 639-1 code of the language they would rather speak. */
  language: languageCode.nullable(),
  /** For every persona that chooses none of its own. By the vendor's ids. */
  avatarId: vendorId.nullable(),
  voiceId: vendorId.nullable(),
  llmId: vendorId.nullable(),
  /** Whether personas may know the email address. */
  sharesEmail: z.boolean(),
})

export type Profile = z.infer<typeof profile>

export const emptyProfile: Profile = {
  displayName: '',
  about: '',
  language: null,
  avatarId: null,
  voiceId: null,
  llmId: null,
  sharesEmail: false,
}
