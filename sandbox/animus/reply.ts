import type { ChatBody } from './api/chat-body'
import type { Thought } from './brain/answer'

/** A whole reply, before it is put in frames. */
export interface Reply {
  id: string
  model: string
  createdAt: number
  /** In pieces, as a model makes them: they end where they like. */
  reasoning: string[]
  text: string[]
  finish: 'stop' | 'length'
  /** What is wrong with the reply, in the vendor's words; empty if nothing is. */
  violations: string[]
  usage: { prompt_tokens: number; completion_tokens: number; total_tokens: number }
}

interface Wanted {
  id: string
  model: string
  createdAt: number
  /** Nothing at all is said without it. */
  thought: Thought | undefined
  body: ChatBody
}

/** Words that make the stand-in's moderation strike, so that a test or a newcomer can see it. */
const TRIGGERS: readonly [RegExp, string][] = [
  [/\bgore\b/i, 'gore'],
  [/\bdrug use\b/i, 'drug_use'],
]

const pieces = (text: string) => text.match(/\s*[^\s]{1,9}|\s+$/gu) ?? []
const tokensIn = (text: string) => Math.ceil(text.length / 4)

/** Cuts a reply at the number of pieces asked for, and moderates it where that is asked for. */
export function replyOf({ thought, body, ...of }: Wanted): Reply {
  const words = pieces(thought?.text ?? '')
  const kept = words.slice(0, body.max_tokens)
  const reasoning = body.reasoning ? pieces(thought?.reasoning ?? '') : []
  const prompt = body.messages.reduce((sum, { content }) => sum + tokensIn(content), 0)
  const completion = kept.length + reasoning.length
  const said = body.messages.at(-1)?.content ?? ''
  const violations = TRIGGERS.filter(([word]) => word.test(said)).map(([, name]) => name)
  return {
    ...of,
    reasoning,
    text: kept,
    finish: kept.length < words.length ? 'length' : 'stop',
    violations: body.compliance ? violations : [],
    usage: {
      prompt_tokens: prompt,
      completion_tokens: completion,
      total_tokens: prompt + completion,
    },
  }
}
