import type { Reply } from '../reply'
import type { Settings } from '../settings'

/**
 * The chunks of a streamed reply. The documentation says that thoughts stand in the content, between
 * tags, and that nothing streamed is moderated; the SDK reads `delta.reasoning` and a chunk's
 * `compliance_violations` [C2, README of the SDK against StreamingHandler.ts]. `both` does as the SDK
 * expects, since a chunk cannot do both at once.
 */
export function chunksOf(reply: Reply, { dialect }: Pick<Settings, 'dialect'>) {
  const { id, model, createdAt, finish, usage, violations, reasoning, text } = reply
  const chunk = (delta: object, finishReason: string | null = null, more: object = {}) => ({
    id,
    object: 'chat.completion.chunk',
    created: createdAt,
    model,
    choices: [{ index: 0, delta, finish_reason: finishReason }],
    ...more,
  })
  const content = (words: string) => chunk({ content: words })
  const isTagged = dialect === 'docs'
  const thoughts = isTagged
    ? ['<think>', ...reasoning, '</think>'].map(content)
    : reasoning.map((words) => chunk({ reasoning: words }))
  const violated = violations.length > 0 && !isTagged ? { compliance_violations: violations } : {}
  return {
    opening: [chunk({ role: 'assistant', content: '' })],
    thoughts: reasoning.length > 0 ? thoughts : [],
    words: text.map(content),
    closing: [chunk({}, finish, { usage, ...violated })],
    word: content,
  }
}

export type Chunks = ReturnType<typeof chunksOf>
