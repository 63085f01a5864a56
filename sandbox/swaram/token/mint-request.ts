import { z } from 'zod'
import { modelId, sessionInput } from './session-settings'

/** `model` stands beside the session, not in it as OpenAI has it [doc]. */
export const mintRequest = z.strictObject({
  model: modelId,
  session: sessionInput.optional(),
})

export type MintRequest = z.infer<typeof mintRequest>
