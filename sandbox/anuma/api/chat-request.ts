import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { completionsBody, type Message, responsesBody } from './chat-body'
import { badRequest } from './portal-error'

/** A request for a reply, the same for both routes. */
export interface ChatRequest {
  route: 'completions' | 'responses'
  model: string
  messages: Message[]
  stream: boolean
  format: 'openai' | 'native'
  toolChoice: unknown
  maxTokens: number | undefined
}

function check<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw badRequest(z.prettifyError(parsed.error))
  return parsed.data
}

/** Reads the body of `/chat/completions`. Throws a 400. */
export function completionsRequest(body: unknown, request: IncomingMessage): ChatRequest {
  const { model, messages, stream, tool_choice, max_tokens, max_completion_tokens } = check(
    completionsBody,
    body,
  )
  return {
    route: 'completions',
    model,
    messages,
    stream: stream ?? false,
    format: request.headers['x-anuma-stream-format'] === 'openai' ? 'openai' : 'native',
    toolChoice: tool_choice ?? undefined,
    maxTokens: max_completion_tokens ?? max_tokens ?? undefined,
  }
}

/** Reads the body of `/responses`. Throws a 400. */
export function responsesRequest(body: unknown): ChatRequest {
  const { model, input, instructions, stream, tool_choice, max_output_tokens } = check(
    responsesBody,
    body,
  )
  const said: Message[] = typeof input === 'string' ? [{ role: 'user', content: input }] : input
  return {
    route: 'responses',
    model,
    messages: instructions ? [{ role: 'system', content: instructions }, ...said] : said,
    stream: stream ?? false,
    format: 'native',
    toolChoice: tool_choice ?? undefined,
    maxTokens: max_output_tokens ?? undefined,
  }
}
