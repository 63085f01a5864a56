import { z } from 'zod'
import { ConversationError } from '@/lib/conversation/failure'
import { problemBody } from '@/lib/http/problem'
import type { ChatEvent } from './chat-source'

const words = z.object({ text: z.string() })
const end = z.object({ finish: z.enum(['complete', 'length', 'filtered']) })

interface Message {
  event?: string | undefined
  data: string
}

/**
 * What one event of our /api/chat says; undefined for those that this page does not know. Throws
 * `ConversationError`: for an `error`, the one it tells, and `unexpected_answer` for nonsense.
 */
export function chatEventOf({ event, data }: Message): ChatEvent | undefined {
  if (event === 'delta' || event === 'reasoning') {
    return { type: event, text: parsed(words, data).text }
  }
  if (event === 'done') return { type: 'done', finish: parsed(end, data).finish }
  if (event !== 'error') return undefined
  const { code, requestId, retryAfter } = parsed(problemBody, data)
  throw new ConversationError({ code, requestId, retryAfter })
}

function parsed<T>(schema: z.ZodType<T>, data: string): T {
  try {
    return schema.parse(JSON.parse(data))
  } catch (cause) {
    throw new ConversationError({ code: 'unexpected_answer' }, { cause })
  }
}

/** The failure that a response of ours tells which is not a success. */
export async function failureOfResponse(response: Response): Promise<ConversationError> {
  const problem = problemBody.safeParse(await response.json().catch(() => undefined)).data
  if (!problem) {
    const requestId = response.headers.get('X-Request-Id') ?? undefined
    return new ConversationError({ code: 'unexpected_answer', requestId })
  }
  const { code, requestId, retryAfter } = problem
  return new ConversationError({ code, requestId, retryAfter })
}
