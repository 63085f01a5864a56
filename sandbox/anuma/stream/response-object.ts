import type { Reply } from '../reply'

/** `output` of a response; null where thoughts have used up the tokens, with status 200 [3p]. */
export function outputOf({ id, text }: Pick<Reply, 'id' | 'text'>) {
  if (text.length === 0) return null
  return [
    {
      id: `msg_${id}`,
      type: 'message',
      role: 'assistant',
      content: [{ type: 'output_text', text: text.join('') }],
    },
  ]
}

/** In a stream the names are those of the Responses API; in a body, those of completions [3p]. */
export const responsesUsage = ({ usage }: Pick<Reply, 'usage'>) => ({
  input_tokens: usage.prompt,
  output_tokens: usage.completion,
  total_tokens: usage.prompt + usage.completion,
  input_tokens_details: { cached_tokens: 0 },
  credits_used: usage.credits,
  cost_micro_usd: usage.credits * 10_000,
})
