import type { z } from 'zod'
import type { FieldError } from './problem'

const maxErrors = 20

/**
 * One entry per wrong field, with dotted paths below `under`. Unknown keys are each named, as
 * fields of their own.
 */
export function fieldErrors(error: z.ZodError, under: PropertyKey[] = []): FieldError[] {
  return error.issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({
            path: dotted([...under, ...issue.path, key]),
            message: 'Unknown field.',
          }))
        : [{ path: dotted([...under, ...issue.path]), message: issue.message }],
    )
    .slice(0, maxErrors)
}

const dotted = (path: PropertyKey[]) => path.map(String).join('.').slice(0, 200)
