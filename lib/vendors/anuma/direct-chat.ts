import { answerInTime } from '@/lib/chat/answer-in-time'
import type { ChatSource } from '@/lib/chat/chat-source'
import type { DirectGrant } from '@/lib/chat/direct-grant'
import { directSource, longestReply } from '@/lib/chat/direct-source'
import { createGrants, type GrantRequest } from '@/lib/chat/grants'
import { ConversationError } from '@/lib/conversation/failure'
import type { LedgerClient } from '@/lib/conversation/ledger-client'
import { completionRequest } from './completion'
import { ownRefusal, whoPays } from './direct-failure'
import { anumaFrames } from './stream-frames'

interface Options extends Pick<LedgerClient, 'live'> {
  /** What our server grants: everything but the credential. */
  mint: (request: GrantRequest, signal: AbortSignal) => Promise<DirectGrant>
  /** The visitor's identity token; `renew` when the last one was refused. */
  identity: (how?: { renew: boolean }) => Promise<string | undefined>
}

/** Less than our server keeps replies in one session, in milliseconds. */
const sessionMs = 11 * 3_600_000

/** A chat with Anuma that its visitor pays: the page sends Anuma their identity token. */
export function createDirectChat({ mint, identity, live }: Options): ChatSource {
  const grants = createGrants({ mint, staleAt: (_, now) => now + sessionMs })
  const source = directSource({
    grants,
    live,
    frames: anumaFrames,
    refusalOf: ownRefusal,

    async renew(grant, _, signal) {
      await identity({ renew: true })
      // Whoever has signed out meanwhile sends nothing any more.
      signal.throwIfAborted()
      return grant
    },

    ask({ url, model, instructions: system }, messages, given) {
      const body = completionRequest(model, { system, messages, maxTokens: longestReply })
      return answerInTime(async (signal) => {
        const token = await identity()
        if (!token) throw new ConversationError({ code: 'unauthenticated' })
        signal.throwIfAborted()
        return fetch(`${url}/api/v1/chat/completions`, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${token}`,
            Accept: 'text/event-stream',
            'Content-Type': 'application/json',
            'X-Anuma-Stream-Format': 'openai',
          },
          body: JSON.stringify(body),
          credentials: 'omit',
          // Neither the identity nor what was said follows to another place.
          redirect: 'error',
          signal,
        })
      }, given)
    },
  })
  return { ...source, reply: (request, signal) => whoPays(source.reply(request, signal)) }
}
