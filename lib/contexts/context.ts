import type { z } from 'zod'

/** A field of a context's form, in the order in which it is asked. */
interface ContextField {
  /** The key in the metadata. */
  name: string
  label: string
  hint?: string
  placeholder?: string
  /** The answers to choose from, the first one unless another is chosen; any text when left out. */
  choices?: readonly { value: string; label: string }[]
}

interface Definition<Metadata extends z.ZodType> {
  /** As in the mint's body and in the ledger. */
  id: string
  name: string
  /** One sentence for the visitor. */
  about: string
  /** Strict. What a visitor may leave out is optional. */
  metadata: Metadata
  fields: readonly ContextField[]
  /** Our instructions for the persona; what the visitor wrote is quoted in them (lib/quote.ts). */
  prompt: (metadata: z.output<Metadata>) => string
}

/** What a talk can be about: what has to be known for it, and what the persona is told. */
export type Context = Omit<Definition<z.ZodType>, 'metadata' | 'prompt'> & {
  /** The prompt for this metadata, or what is wrong with it. */
  read: (metadata: unknown) => { prompt: string } | { error: z.ZodError }
}

/** Makes a context of its parts, each of which knows the type of the metadata. */
export function defineContext<Metadata extends z.ZodType>({
  metadata: schema,
  prompt,
  ...rest
}: Definition<Metadata>): Context {
  return {
    ...rest,
    read(metadata) {
      const parsed = schema.safeParse(metadata)
      return parsed.success ? { prompt: prompt(parsed.data) } : { error: parsed.error }
    },
  }
}
