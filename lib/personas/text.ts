import { z } from 'zod'

/** What Postgres cannot keep: the NUL character and halves of a character. */
const isStorable = (value: string) => !value.includes('\u0000') && value.isWellFormed()

// All of it is checked and never changed: what is exported is, to the letter, what was imported.

/** Any text, at most `longest` characters; may be empty. */
export const text = (longest: number) =>
  z
    .string('Text is wanted here.')
    .max(longest, `At most ${longest.toLocaleString('en')} characters.`)
    .refine(isStorable, 'There is a character in it that cannot be kept.')

/** Text of one line, at most `longest` characters; may be empty. */
export const line = (longest: number) =>
  text(longest).refine((value) => !/[\p{Cc}\u2028\u2029]/u.test(value), 'Only one line.')

/** Text of any number of lines, with something in it. */
export const words = (longest: number) =>
  text(longest).refine((value) => value.trim() !== '', 'Write something here.')

/** An id or a name that a vendor gave to something of its catalogue. */
export const vendorId = z.string().regex(/^[\w.:-]{1,100}$/, 'Not an id of the catalogue.')

/** A vendor, by its id in the registry. Whether it can think here is checked where it matters. */
export const brainId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'Not the id of a service.')

/** An ISO 639-1 code. */
export const languageCode = z
  .string()
  .regex(/^[a-z]{2}$/, 'A language code of two letters, such as "it".')
