import 'server-only'
import { z } from 'zod'
import { Problem } from '@/lib/http/problem'
import { blankContent } from './blank'
import { type PersonaContent, personaContent } from './persona'

const fields = z.record(z.string(), z.unknown())

/**
 * What is kept of a persona, as this version of the app reads it: what an older one did not know yet
 * is as in a blank persona, and what a newer one knew besides is left out. Null: it cannot be read.
 */
export function readStored(content: unknown): PersonaContent | null {
  const kept = fields.safeParse(content).data
  if (!kept) return null
  const complete = { ...blankContent, ...kept }
  const read = personaContent.safeParse(complete)
  if (read.success) return read.data
  return personaContent.safeParse(withoutUnknown(complete, read.error)).data ?? null
}

/** Without the keys that the schema has not heard of, wherever they are. */
function withoutUnknown(content: Record<string, unknown>, error: z.ZodError): unknown {
  const pruned = structuredClone(content)
  for (const issue of error.issues) {
    if (issue.code !== 'unrecognized_keys') continue
    const holder = issue.path.reduce<unknown>(
      (value, key) => fields.safeParse(value).data?.[String(key)],
      pruned,
    )
    if (typeof holder !== 'object' || holder === null) continue
    for (const key of issue.keys) Reflect.deleteProperty(holder, key)
  }
  return pruned
}

/** A persona of one's own that this version of the app cannot read. It can be exported and deleted. */
export class Unreadable extends Problem {
  constructor() {
    super('not_found', {
      detail:
        'This persona cannot be read any more. Under Personas it can be exported and deleted.',
      errors: [{ path: 'personaId', message: 'What is kept of it is not a persona any more.' }],
    })
  }
}

/** The same, where there is no going on without it. Throws `Unreadable`. */
export function storedContent(content: unknown): PersonaContent {
  const read = readStored(content)
  if (!read) throw new Unreadable()
  return read
}
