import type { ServerChatRequest } from '@/lib/chat/server-chat'

/**
 * What Anuma is asked. `tool_choice` is a string because only that keeps the portal from running
 * tools of its own, at up to $2.40 a call; it ignores `tools: []` and `{"type":"none"}` [3p].
 */
export const completionRequest = (
  model: string,
  { system, messages, maxTokens }: ServerChatRequest,
) => ({
  model,
  messages: [{ role: 'system', content: system }, ...messages],
  max_tokens: maxTokens,
  tool_choice: 'none',
  stream: true,
})
