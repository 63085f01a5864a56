import type { z } from 'zod'

/** A field of a context's form, in the order in which it is asked. */
export interface ContextField {
  /** The key in the metadata. */
  name: string
  label: string
  hint?: string
  placeholder?: string
  /** The answers to choose from; any text when left out. */
  choices?: readonly { value: string; label: string }[]
}

/** What a talk can be about: what has to be known for it, and what the persona is told. */
export interface Context<Metadata extends z.ZodType = z.ZodType> {
  /** As in the mint's body and in the ledger. */
  id: string
  name: string
  /** One sentence for the visitor. */
  about: string
  metadata: Metadata
  fields: readonly ContextField[]
  /**
   * Instructions of ours for the persona. What the visitor wrote is quoted by `quote`, so that it
   * cannot pose as one of them.
   */
  prompt: (metadata: z.output<Metadata>) => string
}

/** Lets each module infer the type of its own metadata. */
export const defineContext = <Metadata extends z.ZodType>(context: Context<Metadata>) => context
