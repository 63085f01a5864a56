import 'server-only'
import type { z } from 'zod'
import { fieldErrors } from './field-errors'
import { Problem } from './problem'

/**
 * Reads the query of a request's address with a strict schema; a parameter given twice counts
 * once, the last. Throws `invalid_request` with the parameters that are wrong.
 */
export function readQuery<S extends z.ZodType>(request: Request, schema: S): z.output<S> {
  const parsed = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (parsed.success) return parsed.data
  throw new Problem('invalid_request', {
    detail: 'Some parameters of the address are not valid.',
    errors: fieldErrors(parsed.error),
  })
}
