import type { LedgerClient } from '@/lib/conversation/ledger-client'
import type { ChatEvent, ChatMessage, ChatSource } from './chat-source'
import { directReply, refusal } from './direct-reply'
import type { Grants, Wanted } from './grants'
import { historyTokens, recentHistory } from './history'
import type { ReadFrame } from './read-reply'

interface Options<G extends { sessionId: string }> {
  grants: Grants<G>
  /** Sends one request for a reply. Throws `ConversationError`, or the signal's reason. */
  ask: (grant: G, messages: readonly ChatMessage[], signal: AbortSignal) => Promise<Response>
  /** The vendor did not take what was sent: what to try once more with. */
  renew: (grant: G, wanted: Wanted, signal: AbortSignal) => Promise<G>
  /** What an answer means that is not a success, and no 401. */
  refusalOf: (response: Response) => Promise<Error>
  /** For one reply. */
  frames: () => ReadFrame
  /** Tells the ledger that a session runs. */
  live: LedgerClient['live']
}

/** Longest reply that is asked for, in tokens. */
export const longestReply = 1_500

/** A chat in which the page asks the vendor itself, with what our server has granted it. */
export function directSource<G extends { sessionId: string }>(options: Options<G>): ChatSource {
  const { grants, ask, renew, refusalOf, frames, live } = options
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
      const signal = AbortSignal.any([given, grants.signedIn()])
      const history = recentHistory(messages, historyTokens)
      let grant = await grants.get(wanted, signal)
      let response = await ask(grant, history, signal)
      if (response.status === 401) {
        await response.body?.cancel()
        // Once: it may have expired by another clock. A second refusal is for the visitor to know.
        grant = await renew(grant, wanted, signal)
        response = await ask(grant, history, signal)
      }
      if (response.status === 401) {
        grants.refuse(grant)
        throw await refusal(response, 'token_refused')
      }
      if (!response.ok) throw await refusalOf(response)
      const { sessionId } = grant
      for await (const event of directReply(response, { sessionId, readFrame: frames(), signal })) {
        if (event.type !== 'session') tell(sessionId, performance.now() - started)
        yield event
      }
    },
    forget: grants.forget,
  }
}
