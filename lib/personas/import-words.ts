import { z } from 'zod'
import { fieldErrors } from '@/lib/http/field-errors'
import type { FieldError } from '@/lib/http/problem'
import { personaDocument } from './document'

export interface ImportRefusal {
  detail: string
  errors: FieldError[]
}

const shape = personaDocument.shape
const foreign = 'This file is not a persona of this app'

/** Why a file cannot be imported, in words for whoever chose it; undefined when nothing is wrong. */
export function refusalOf(document: unknown): ImportRefusal | undefined {
  const read = personaDocument.safeParse(document)
  if (read.success) return undefined
  const fields = z.record(z.string(), z.unknown()).safeParse(document).data
  if (!fields || Array.isArray(document)) return refusal('there are no fields in it')
  if (!shape.format.safeParse(fields.format).success) {
    const stranger = Object.keys(fields).find((key) => !Object.hasOwn(shape, key))
    const known = 'its “format” is not “vis-a-vis.persona”'
    return refusal(stranger ? `${known}, and “${short(stranger)}” is unknown here` : known)
  }
  if (!shape.version.safeParse(fields.version).success) {
    return {
      detail: 'This file is of another version of this app. This one reads version 1.',
      errors: [],
    }
  }
  if (typeof fields.persona !== 'object' || fields.persona === null) {
    return refusal('there is no “persona” in it')
  }
  return { detail: 'Some fields of this file are not right.', errors: plain(read.error) }
}

const refusal = (why: string): ImportRefusal => ({ detail: `${foreign}: ${why}.`, errors: [] })

const short = (key: string) => (key.length > 40 ? `${key.slice(0, 39).toWellFormed()}…` : key)

/** Messages that the schema has no words of its own for are the library's, for developers. */
function plain(error: z.ZodError): FieldError[] {
  return fieldErrors(error).map(({ path, message }) => ({
    path,
    message: /^Invalid |^Too |^Unrecognized /.test(message) ? 'Not what belongs here.' : message,
  }))
}
