import type { ChatMessage } from '@/lib/chat/chat-source'

interface Wanted {
  model: string
  /** Who the model is, and how it behaves. */
  system: string
  messages: readonly ChatMessage[]
  /** Longest reply, in tokens. */
  maxTokens: number
}

/**
 * A request for a streamed reply. `compliance` is never left to anybody: it has the vendor look over
 * what its model writes. The SDK's README says that streams are not looked over, its code reads the
 * outcome from streams all the same (reference C4): whatever comes of it is acted upon (frames.ts).
 */
export const completionRequest = ({ model, system, messages, maxTokens }: Wanted) => ({
  model,
  messages: [{ role: 'system', content: system }, ...messages],
  stream: true,
  compliance: true,
  max_tokens: maxTokens,
})
