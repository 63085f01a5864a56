import { answer } from '../brain/answer'
import { thinks } from '../catalogue/models'
import { pickModel } from '../catalogue/pick-model'
import type { Entry } from '../journal'
import type { Parts } from '../parts'
import { replyOf } from '../reply'
import { sendReply } from '../send-reply'
import { streamReply } from '../stream/stream-reply'
import { payerOf } from './auth'
import { type ChatRequest, completionsRequest, responsesRequest } from './chat-request'
import { isAnsweredByFault } from './fault-answer'
import { type Call, type Route, type Routes, readJson } from './http'
import { PortalError } from './portal-error'

/** What the portal itself adds to each prompt, in tokens [3p]. */
const HARNESS_TOKENS = 3_170

const tokensIn = (text: string) => Math.ceil(text.length / 4)

async function reply(call: Call, chat: ChatRequest, entry: Entry, parts: Parts) {
  const { model: id, messages, toolChoice, stream, format, maxTokens } = chat
  const system = messages
    .filter(({ role }) => role === 'system' || role === 'developer')
    .map(({ content }) => content)
    .join('\n\n')
  // Only the string keeps the portal's own paid tools out; `{"type":"none"}` does not [3p].
  const paidTools = toolChoice !== 'none'
  const spoken = messages.filter(({ role }) => role === 'user' || role === 'assistant')
  Object.assign(entry, { model: id, toolChoice, paidTools, stream, format, maxTokens, system })
  entry.messages = messages.length
  const fault = parts.faults.take('chat')
  if (await isAnsweredByFault(fault, call.response)) return
  const model = pickModel(id)
  const promptTokens =
    HARNESS_TOKENS + messages.reduce((sum, { content }) => sum + tokensIn(content), 0)
  if (promptTokens > model.max_input_tokens) {
    throw new PortalError(413, 'input exceeds the context window of the model', {
      type: 'invalid_request_error',
      code: 'context_length_exceeded',
    })
  }
  const thought = answer({ system, spoken, modelName: model.name })
  const made = replyOf({
    id: entry.id,
    model: model.id,
    text: fault?.event === 'empty' ? '' : thought.text,
    reasoning: thinks(model) ? thought.reasoning : '',
    promptTokens,
    maxTokens,
    paidTools,
    createdAt: Math.floor(parts.now() / 1_000),
  })
  parts.journal.count('creditsUsed', made.usage.credits)
  await (stream ? streamReply : sendReply)({ call, chat, entry, parts, reply: made, fault })
}

export function chatRoutes(parts: Parts): Routes {
  const route =
    (path: string, read: (body: unknown, request: Call['request']) => ChatRequest): Route =>
    async (call) => {
      const { request, response } = call
      parts.journal.count('chat')
      const entry = parts.journal.begin(path, Object.keys(request.headers), parts.now())
      response.once('close', () => {
        if (response.headersSent) entry.status = response.statusCode
        entry.endedAt = parts.now()
        entry.outcome ??= response.writableFinished ? 'answered' : 'left'
        if (entry.outcome !== 'left') return
        parts.journal.count('left')
        entry.leftAt = parts.now()
        if (entry.firstByteAt !== undefined) entry.leftAfterMs = entry.leftAt - entry.firstByteAt
      })
      response.setHeader('x-inference-id', entry.id)
      Object.assign(entry, payerOf(request, parts))
      await reply(call, read(await readJson(request), request), entry, parts)
    }
  return {
    'POST /api/v1/chat/completions': route('/api/v1/chat/completions', completionsRequest),
    'POST /api/v1/responses': route('/api/v1/responses', responsesRequest),
  }
}
