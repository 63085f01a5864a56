import { z } from 'zod'
import type { Question, ToolHost } from './host'
import type { ToolName } from './names'

/** What came of it. */
export interface Done {
  /** For the persona. */
  result: string
  /** What the person reads of it from now on, in place of the first detail. */
  detail?: string
}

interface Definition<Input extends z.ZodType> {
  name: ToolName
  /** For the language model, at most 1,024 characters. */
  description: string
  /** For the person, such as `Set a timer`. */
  label: string
  /** For whoever writes a persona: what it is good for, in a sentence or two. */
  about: string
  /** Strict; becomes the JSON Schema that the vendor is given. */
  input: Input
  /** What the person reads after the label. */
  detail: (input: z.output<Input>) => string
  /** Why it cannot be done now, for the persona. */
  obstacle?: (input: z.output<Input>, host: ToolHost) => string | undefined
  /** A tool that acts asks first. */
  question?: (input: z.output<Input>) => Question
  /** The persona waits for an answer no longer than this. */
  waitSeconds: number
  run: (input: z.output<Input>, host: ToolHost) => Done | Promise<Done>
}

/** Arguments that fit, and what would be done with them. */
interface Prepared {
  detail: string
  question: Question | undefined
  obstacle: (host: ToolHost) => string | undefined
  run: (host: ToolHost) => Promise<Done>
}

/** Something that a persona can do in the page. */
export type Tool = Pick<
  Definition<z.ZodType>,
  'name' | 'description' | 'label' | 'about' | 'waitSeconds'
> & {
  /** JSON Schema of its arguments. */
  parameters: () => Record<string, unknown>
  /** Reads what the language model has written. */
  prepare: (written: unknown) => Prepared | { error: string }
}

/** Makes a tool of its parts, each of which knows the type of the arguments. */
export function defineTool<Input extends z.ZodType>(definition: Definition<Input>): Tool {
  const { name, description, label, about, waitSeconds, input } = definition
  return {
    name,
    description,
    label,
    about,
    waitSeconds,
    parameters() {
      const { $schema: _, ...schema } = z.toJSONSchema(input, { io: 'input' })
      return schema
    },
    prepare(written) {
      const read = input.safeParse(written)
      if (!read.success) return { error: z.prettifyError(read.error) }
      const { data } = read
      return {
        detail: definition.detail(data),
        question: definition.question?.(data),
        obstacle: (host) => definition.obstacle?.(data, host),
        run: async (host) => definition.run(data, host),
      }
    },
  }
}
