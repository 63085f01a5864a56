import { EventSourceParserStream } from 'eventsource-parser/stream'
import { authorizedFetch } from '@/lib/auth/authorized-fetch'
import { ConversationError } from '@/lib/conversation/failure'
import type { ChatEvent, ChatSource, ReplyRequest } from './chat-source'
import { recentHistory } from './history'
import { chatEventOf, failureOfResponse } from './proxy-source-events'

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

type ProxyRequest = ReplyRequest & ProxyOptions

async function* replyByServer(
  request: ProxyRequest,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent, void> {
  const response = await send(request, signal)
  if (!response.ok) throw await failureOfResponse(response)
  const sessionId = response.headers.get('X-Session-Id')
  if (!response.body || !sessionId) throw new ConversationError({ code: 'unexpected_answer' })
  yield { type: 'session', sessionId }
  const messages = response.body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .pipeThrough(new EventSourceParserStream())
  const reader = messages.getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const event = chatEventOf(read.value)
      if (event) yield event
      if (event?.type === 'done') return
    }
  } catch (cause) {
    signal.throwIfAborted()
    throw cause instanceof ConversationError
      ? cause
      : new ConversationError({ code: 'connection_lost' }, { cause })
  } finally {
    await reader.cancel().catch(() => {})
  }
  throw new ConversationError({ code: 'connection_lost' })
}

async function send(
  { messages, ...request }: ProxyRequest,
  signal: AbortSignal,
): Promise<Response> {
  try {
    return await authorizedFetch('/api/chat', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify({ ...request, messages: recentHistory(messages) }),
      signal,
    })
  } catch (cause) {
    signal.throwIfAborted()
    throw new ConversationError({ code: 'offline' }, { cause })
  }
}
