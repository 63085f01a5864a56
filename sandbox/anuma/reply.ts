/** A whole reply, before it is put in frames. */
export interface Reply {
  id: string
  model: string
  createdAt: number
  /** In pieces, as a model makes them: they end where they like. */
  reasoning: string[]
  text: string[]
  finish: 'stop' | 'length'
  usage: { prompt: number; completion: number; credits: number }
}

interface Wanted {
  id: string
  model: string
  createdAt: number
  text: string
  reasoning: string
  promptTokens: number
  maxTokens: number | undefined
  paidTools: boolean
}

/** A tool call of the portal costs up to $2.40, which is 240 credits [3p]. */
const TOOL_CREDITS = 40

const pieces = (text: string) => text.match(/\s*[^\s]{1,7}|\s+$/gu) ?? []

/** Cuts a reply at the number of pieces asked for; thoughts count, and may leave nothing to say [3p]. */
export function replyOf({
  text,
  reasoning,
  maxTokens,
  promptTokens,
  paidTools,
  ...of
}: Wanted): Reply {
  const room = maxTokens ?? Number.POSITIVE_INFINITY
  const thoughts = pieces(reasoning)
  const words = pieces(text)
  const kept = words.slice(0, Math.max(0, room - thoughts.length))
  const isCut = thoughts.length + words.length > room
  const completion = Math.min(thoughts.length, room) + kept.length
  return {
    ...of,
    reasoning: thoughts.slice(0, room),
    text: kept,
    finish: isCut ? 'length' : 'stop',
    usage: { prompt: promptTokens, completion, credits: 1 + (paidTools ? TOOL_CREDITS : 0) },
  }
}
