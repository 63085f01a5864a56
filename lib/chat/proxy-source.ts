import { authorizedFetch } from '@/lib/auth/authorized-fetch'
import { ConversationError } from '@/lib/conversation/failure'
import { answerInTime } from './answer-in-time'
import type { ChatEvent, ChatSource, ReplyRequest } from './chat-source'
import { recentHistory } from './history'
import { chatEventOf, failureOfResponse } from './proxy-source-events'
import { readEvents } from './read-events'
import { streamFailure } from './stream-failure'

interface ProxyOptions {
  /** The id of a vendor that chats; the server's default one when left out. */
  vendor?: string
}

/** A chat whose replies our server gets from a vendor, with its own key. */
export const proxySource = ({ vendor }: ProxyOptions = {}): ChatSource => ({
  reply: (request, signal) => replyByServer({ ...request, ...(vendor && { vendor }) }, signal),
  // Our routes know the visitor by the sign-in; there is nothing else to forget.
  forget() {},
})

/** Our server gives a vendor that says nothing less time than this. Milliseconds. */
const idleMs = 45_000

type ProxyRequest = ReplyRequest & ProxyOptions

async function* replyByServer(
  request: ProxyRequest,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent, void> {
  const response = await send(request, signal)
  if (!response.ok) throw await failureOfResponse(response)
  const sessionId = response.headers.get('X-Session-Id')
  if (!response.body || !sessionId) throw new ConversationError({ code: 'unexpected_answer' })
  try {
    yield { type: 'session', sessionId }
    for await (const message of readEvents(response.body, { idleMs, signal })) {
      const event = chatEventOf(message)
      if (event) yield event
      if (event?.type === 'done') return
    }
    throw new ConversationError({ code: 'connection_lost' })
  } catch (error) {
    throw streamFailure(error, signal)
  } finally {
    // Also for whoever leaves before the first word.
    await response.body.cancel().catch(() => {})
  }
}

const send = ({ messages, ...request }: ProxyRequest, signal: AbortSignal) =>
  answerInTime(
    (signal) =>
      authorizedFetch('/api/chat', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
        body: JSON.stringify({ ...request, messages: recentHistory(messages) }),
        signal,
      }),
    signal,
  )
