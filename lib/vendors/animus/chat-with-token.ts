import { answerInTime } from '@/lib/chat/answer-in-time'
import type { ChatEvent, ChatMessage, ChatSource } from '@/lib/chat/chat-source'
import { directReply, refusal } from '@/lib/chat/direct-reply'
import { recentHistory } from '@/lib/chat/history'
import type { LedgerClient } from '@/lib/conversation/ledger-client'
import { completionRequest } from './completion'
import { animusFrames } from './frames'
import { codeOfStatus } from './status'
import type { PersonaGrant } from './token-grant'
import { createTokenProvider, type TokenProviderOptions } from './token-provider'

interface Options extends TokenProviderOptions, Pick<LedgerClient, 'live'> {}

/** Longest reply, in tokens. */
const maxTokens = 800

/** A chat with Animus that gets its tokens from `mint`; `live` tells the ledger that it runs. */
export function createAnimusChat({ live, ...options }: Options): ChatSource {
  const tokens = createTokenProvider(options)
  /** The last session that the ledger was told of. */
  let told: string | undefined

  function tell(sessionId: string, firstFrameMs: number) {
    if (sessionId === told) return
    told = sessionId
    void live(sessionId, { vendorSessionId: undefined, firstFrameMs })
  }

  return {
    async *reply({ messages, ...wanted }, given): AsyncGenerator<ChatEvent, void> {
      const started = performance.now()
      const signal = AbortSignal.any([given, tokens.signedIn()])
      let grant = await tokens.get(wanted, signal)
      let response = await ask(grant, messages, signal)
      if (response.status === 401) {
        await response.body?.cancel()
        // Once: it may have expired by another clock. A second refusal is for the visitor to know.
        tokens.refuse(grant)
        grant = await tokens.get({ ...wanted, sessionId: grant.sessionId }, signal)
        response = await ask(grant, messages, signal)
        if (response.status === 401) {
          tokens.refuse(grant)
          throw await refusal(response, 'token_refused')
        }
      }
      if (!response.ok) throw await refusal(response, codeOfStatus(response.status))
      const { sessionId } = grant
      const reply = directReply(response, { sessionId, readFrame: animusFrames(), signal })
      for await (const event of reply) {
        if (event.type !== 'session') tell(sessionId, performance.now() - started)
        yield event
      }
    },
    forget: tokens.forget,
  }
}

function ask(
  { apiBaseUrl, accessToken, model, instructions }: PersonaGrant,
  messages: readonly ChatMessage[],
  signal: AbortSignal,
): Promise<Response> {
  const body = completionRequest({
    model,
    system: instructions,
    messages: recentHistory(messages),
    maxTokens,
  })
  return answerInTime(
    (signal) =>
      fetch(`${apiBaseUrl}/v3/chat/completions`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${accessToken}`,
          Accept: 'text/event-stream',
          'Content-Type': 'application/json',
        },
        body: JSON.stringify(body),
        credentials: 'omit',
        signal,
      }),
    signal,
  )
}
