import { sendJson } from './api/http'
import type { Sending } from './stream/stream-reply'

/** A reply as the several messages that somebody would have typed. */
function turnsOf(text: string): { turns: string[]; next: boolean } {
  const turns = text.split(/(?<=[.!?])\s+/).filter(Boolean)
  return { turns, next: text.trim().endsWith('?') }
}

/** Answers with the whole reply as JSON. */
export async function sendReply({ response, body, entry, parts, reply, fault }: Sending) {
  const { id, model, createdAt, text, reasoning, usage, finish, violations } = reply
  const { firstMs, wordsPerSecond } = parts.settings
  response.once('close', parts.journal.opened())
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
    return sendJson(response, 200, { error: { message: fault.message ?? 'Upstream timed out' } })
  }
  if (fault?.event === 'malformed') {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"half a bo')
    return
  }
  const content = fault?.event === 'huge' ? 'x'.repeat(10_000_000) : text.join('')
  const message = {
    role: 'assistant',
    content,
    ...(reasoning.length > 0 && { reasoning: reasoning.join('') }),
    ...(body.autoTurn && turnsOf(content)),
  }
  sendJson(response, 200, {
    id,
    object: 'chat.completion',
    created: createdAt,
    model,
    choices: [{ index: 0, message, finish_reason: finish }],
    usage,
    ...(violations.length > 0 && { compliance_violations: violations }),
  })
}
