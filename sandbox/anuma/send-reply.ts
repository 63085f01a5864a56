import { sendJson } from './api/http'
import { outputOf } from './stream/response-object'
import type { Sending } from './stream/stream-reply'

/** Answers with the whole reply as JSON. */
export async function sendReply({ call, chat, entry, parts, reply, fault }: Sending) {
  const { response } = call
  const { id, model, createdAt, text, reasoning, usage, finish } = reply
  const over = parts.journal.opened()
  response.once('close', over)
  const { firstMs, wordsPerSecond } = parts.pace
  const writing = wordsPerSecond > 0 ? (text.length * 1_000) / wordsPerSecond : 0
  await new Promise((resolve) => setTimeout(resolve, Math.min(firstMs + writing, 2_000)))
  if (response.destroyed || fault?.event === 'stall') return
  entry.firstByteAt = parts.now()
  if (fault?.event === 'cut') {
    entry.outcome = 'cut'
    response.destroy()
    return
  }
  if (fault?.event === 'error') {
    const error = { message: 'The model provider did not answer in time', type: 'timeout_error' }
    return sendJson(response, 200, { error: { ...error, code: fault.code ?? 'timeout' } })
  }
  if (fault?.event === 'malformed') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"half a bo')
    return
  }
  const content = fault?.event === 'huge' ? 'x'.repeat(10_000_000) : text.join('')
  const spent = {
    prompt_tokens: usage.prompt,
    completion_tokens: usage.completion,
    total_tokens: usage.prompt + usage.completion,
    credits_used: usage.credits,
    cost_micro_usd: usage.credits * 10_000,
  }
  if (chat.route === 'responses') {
    const output = outputOf({ id, text: content ? [content] : [] })
    const common = { id: `resp_${id}`, object: 'response', created_at: createdAt, model }
    return sendJson(response, 200, { ...common, output, usage: spent })
  }
  const thoughts = reasoning.length > 0 ? `<think>${reasoning.join('')}</think>` : ''
  sendJson(response, 200, {
    id,
    object: 'chat.completion',
    created: createdAt,
    model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: thoughts + content || null },
        finish_reason: finish,
      },
    ],
    usage: spent,
  })
}
