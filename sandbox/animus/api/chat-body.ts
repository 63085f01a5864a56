import { z } from 'zod'

const message = z.object({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  content: z
    .string()
    .nullable()
    .transform((text) => text ?? ''),
  name: z.string().optional(),
})

/** What the vendor's own request builder sends [sdk ChatRequestBuilder.ts]. */
export const chatBody = z.object({
  model: z.string().min(1),
  messages: z.array(message).min(1),
  stream: z.boolean().default(false),
  compliance: z.boolean().default(true),
  autoTurn: z.boolean().default(false),
  reasoning: z.boolean().default(false),
  temperature: z.number().min(0).max(2).optional(),
  max_tokens: z.number().int().positive().optional(),
  tools: z.array(z.record(z.string(), z.unknown())).optional(),
  tool_choice: z
    .union([z.enum(['none', 'auto']), z.object({ type: z.literal('function') })])
    .optional(),
})

export type ChatBody = z.infer<typeof chatBody>
