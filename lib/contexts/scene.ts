import { fieldErrors } from '@/lib/http/field-errors'
import { Problem } from '@/lib/http/problem'
import { contexts } from './contexts'

/** What a talk is about, and what the persona is told of it. */
export interface Scene {
  context: string
  /** Empty where there is nothing to tell. */
  prompt: string
}

/** Reads a context and its metadata. Throws `invalid_request` with the fields that are wrong. */
export function readScene(id = 'default', metadata: unknown = {}): Scene {
  const context = contexts.find((known) => known.id === id)
  if (!context) {
    const known = contexts.map((context) => `"${context.id}"`).join(', ')
    throw new Problem('invalid_request', {
      detail: 'There is no such context.',
      errors: [{ path: 'context', message: `One of ${known}.` }],
    })
  }
  const read = context.read(metadata)
  if ('prompt' in read) return { context: context.id, prompt: read.prompt }
  throw new Problem('invalid_request', {
    detail: 'The metadata does not fit the context.',
    errors: fieldErrors(read.error, ['metadata']),
  })
}
