import type { Reply } from '../reply'
import type { Frames } from './frames'

/**
 * Standard chunks. Thoughts have no field of their own here: they stand in the content between
 * `<think>` tags, which is where the SDK looks for them [sdk completions.ts].
 */
export function openaiFrames({ id, model, createdAt, finish, usage }: Reply): Frames {
  const chunk = (delta: object, finishReason: string | null = null, more: object = {}) => ({
    id,
    object: 'chat.completion.chunk',
    created: createdAt,
    model,
    choices: [{ index: 0, delta, finish_reason: finishReason }],
    ...more,
  })
  const spent = {
    prompt_tokens: usage.prompt,
    completion_tokens: usage.completion,
    total_tokens: usage.prompt + usage.completion,
    credits_used: usage.credits,
    cost_micro_usd: usage.credits * 10_000,
  }
  return {
    opening: [chunk({ role: 'assistant', content: '' })],
    beforeThoughts: [chunk({ content: '<think>' })],
    thought: (text) => chunk({ content: text }),
    afterThoughts: [chunk({ content: '</think>' })],
    delta: (text) => chunk({ content: text }),
    closing: [chunk({}, finish, { usage: spent })],
    failure: (error) => ({ error }),
  }
}
