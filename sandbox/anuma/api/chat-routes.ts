import { answer } from '../brain/answer'
import { thinks } from '../catalogue/models'
import { pickModel } from '../catalogue/pick-model'
import { type Entry, follow } from '../journal'
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
  const { messages, stream, maxTokens } = chat
  const system = messages
    .filter(({ role }) => role === 'system' || role === 'developer')
    .map(({ content }) => content)
    .join('\n\n')
  // Only the string keeps the portal's own paid tools out; `{"type":"none"}` does not [3p].
  const paidTools = chat.toolChoice !== 'none'
  const { route: _, ...asked } = chat
  Object.assign(entry, { ...asked, messages: messages.length, system, paidTools })
  const fault = parts.faults.take('chat', messages.at(-1)?.content)
  if (await isAnsweredByFault(fault, call.response)) return
  const model = pickModel(chat.model)
  const promptTokens =
    HARNESS_TOKENS + messages.reduce((sum, { content }) => sum + tokensIn(content), 0)
  if (promptTokens > model.max_input_tokens) {
    throw new PortalError(413, 'input exceeds the context window of the model', {
      type: 'invalid_request_error',
      code: 'context_length_exceeded',
    })
  }
  const thought = answer({ system, spoken: messages, modelName: model.name })
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
  const { journal, now } = parts
  const route =
    (path: string, read: (body: unknown, request: Call['request']) => ChatRequest): Route =>
    async (call) => {
      const { request, response } = call
      journal.count('chat')
      const entry = journal.begin(path, Object.keys(request.headers), now())
      follow(entry, response, now, () => journal.count('left'))
      response.setHeader('x-inference-id', entry.id)
      Object.assign(entry, payerOf(request, parts))
      await reply(call, read(await readJson(request), request), entry, parts)
    }
  return {
    'POST /api/v1/chat/completions': route('/api/v1/chat/completions', completionsRequest),
    'POST /api/v1/responses': route('/api/v1/responses', responsesRequest),
  }
}
