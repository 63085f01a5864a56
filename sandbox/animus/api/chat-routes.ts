import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { answer } from '../brain/answer'
import { type Entry, follow } from '../journal'
import type { Parts } from '../parts'
import { replyOf } from '../reply'
import { sendReply } from '../send-reply'
import { streamReply } from '../stream/stream-reply'
import { type ChatBody, chatBody } from './chat-body'
import { isAnsweredByFault } from './fault-answer'
import { type Route, type Routes, readJson } from './http'
import { badRequest, Refusal, unauthorized } from './refusal'

const MODEL = 'vivian-llama3.1-70b-1.0-fp8'
const MINUTE = 60_000

const bearerOf = ({ headers }: IncomingMessage) =>
  /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? ''

function noteBody(entry: Entry, body: ChatBody) {
  const { model, messages, autoTurn, reasoning, compliance, stream } = body
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content)
  Object.assign(entry, {
    model,
    autoTurn,
    reasoning,
    compliance,
    stream,
    toolChoice: body.tool_choice,
    maxTokens: body.max_tokens,
    messages: messages.length,
    system: system.join('\n\n'),
  })
}

/** `/v3` for short-lived tokens, `/v2` for servers with the key [doc]. Neither takes the other's. */
export function chatRoutes(parts: Parts): Routes {
  const { journal, faults, settings, now, tokens, apiKey } = parts

  async function reply(body: ChatBody, entry: Entry, response: ServerResponse) {
    const { model, messages, stream, autoTurn } = body
    noteBody(entry, body)
    const fault = faults.take('chat', messages.at(-1)?.content)
    if (await isAnsweredByFault(fault, response)) return
    if (model !== MODEL) throw new Refusal(404, `Model ${model} not found`, { field: 'detail' })
    const made = replyOf({
      id: entry.id,
      model,
      createdAt: Math.floor(now() / 1_000),
      thought: fault?.event === 'empty' ? undefined : answer(messages),
      body,
    })
    // Turns are known only when everything has been said [sdk].
    const send = stream && !autoTurn ? streamReply : sendReply
    await send({ response, body, entry, parts, reply: made, fault })
  }

  const chat =
    (path: string, isAllowed: (credential: string) => boolean): Route =>
    async (request, response) => {
      const headers = Object.keys(request.headers)
      const entry = journal.begin({ at: now(), method: 'POST', path, headers })
      journal.counters.chats++
      follow(entry, response, now, () => journal.counters.left++)
      if (!isAllowed(bearerOf(request))) {
        journal.counters.refused++
        request.resume()
        throw unauthorized()
      }
      if (journal.chatsSince(now() - MINUTE) > settings.requestsPerMinute) {
        throw new Refusal(429, 'API rate limit exceeded', { retryAfter: 60 })
      }
      const parsed = chatBody.safeParse(await readJson(request))
      if (!parsed.success) throw badRequest(z.prettifyError(parsed.error))
      await reply(parsed.data, entry, response)
    }

  return {
    'POST /v3/chat/completions': chat('/v3/chat/completions', (token) => tokens.accepts(token)),
    'POST /v2/chat/completions': chat('/v2/chat/completions', (key) => key === apiKey),
  }
}
