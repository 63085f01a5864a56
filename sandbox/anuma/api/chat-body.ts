import { z } from 'zod'

const parts = z.array(
  z.object({ type: z.enum(['text', 'input_text', 'output_text']), text: z.string() }),
)
const content = z.union([
  z.string(),
  parts.transform((all) => all.map(({ text }) => text).join('')),
])
const message = z.object({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
  content: content.nullish().transform((text) => text ?? ''),
})

const tokens = z.number().int().positive().nullish()
const shared = {
  model: z.string(),
  stream: z.boolean().nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  tool_choice: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
  tools: z.array(z.record(z.string(), z.unknown())).nullish(),
}

export const completionsBody = z.object({
  ...shared,
  messages: z.array(message).min(1),
  max_tokens: tokens,
  max_completion_tokens: tokens,
})

/** `messages` is not read here: the vendor drops it, bills, and the model sees an empty prompt [3p]. */
export const responsesBody = z.object({
  ...shared,
  input: z.union([z.string(), z.array(message)]).default(''),
  instructions: z.string().nullish(),
  max_output_tokens: tokens,
})

export type Message = z.infer<typeof message>
