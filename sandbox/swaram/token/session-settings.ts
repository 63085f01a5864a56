import { z } from 'zod'

/** The Premium mode exists, its id is not documented (reference E): this one is the sandbox's own. */
export const PREMIUM = 'mal-realtime-premium'
export const modelId = z.enum(['mal-realtime-simple', PREMIUM])

/** Flat, not nested in `function` as chat completions have it [doc]. */
const tool = z.strictObject({
  type: z.literal('function'),
  name: z.string().regex(/^[\w-]{1,64}$/),
  description: z.string().min(1),
  parameters: z.looseObject({ type: z.literal('object') }),
})

/** What a conversation is fixed to. Nothing besides is documented, so nothing besides is accepted. */
export const sessionInput = z.strictObject({
  instructions: z.string().optional(),
  voice: z.enum(['mal-female', 'mal-male']).optional(),
  tools: z
    .array(tool)
    .refine((tools) => new Set(tools.map(({ name }) => name)).size === tools.length, {
      error: 'names must differ',
    })
    .optional(),
  tool_choice: z.enum(['auto', 'none', 'required']).optional(),
  turn_detection: z.literal('default').optional(),
})

export type SessionInput = z.infer<typeof sessionInput>
export type ModelId = z.infer<typeof modelId>
export type Tool = z.infer<typeof tool>
export type Voice = SessionSettings['voice']

/** The effective configuration, as `session.created` and `session.updated` tell it. */
export type SessionSettings = { model: ModelId } & {
  [Key in keyof SessionInput]-?: NonNullable<SessionInput[Key]>
}

export const effective = (model: ModelId, input: SessionInput = {}): SessionSettings => ({
  model,
  instructions: input.instructions ?? '',
  voice: input.voice ?? 'mal-female',
  tools: input.tools ?? [],
  tool_choice: input.tool_choice ?? 'auto',
  turn_detection: input.turn_detection ?? 'default',
})
