import { answerInTime } from '@/lib/chat/answer-in-time'
import type { ChatSource } from '@/lib/chat/chat-source'
import { refusal } from '@/lib/chat/direct-reply'
import { directSource, longestReply } from '@/lib/chat/direct-source'
import type { LedgerClient } from '@/lib/conversation/ledger-client'
import { completionRequest } from './completion'
import { animusFrames } from './frames'
import { codeOfStatus } from './status'
import { createTokenProvider, type TokenProviderOptions } from './token-provider'

interface Options extends TokenProviderOptions, Pick<LedgerClient, 'live'> {}

/** A chat with Animus that gets its tokens from `mint`; `live` tells the ledger that it runs. */
export function createAnimusChat({ live, ...options }: Options): ChatSource {
  const tokens = createTokenProvider(options)
  return directSource({
    grants: tokens,
    live,
    frames: animusFrames,
    refusalOf: (response) => refusal(response, codeOfStatus(response.status)),

    renew(grant, wanted, signal) {
      tokens.refuse(grant)
      return tokens.get({ ...wanted, sessionId: grant.sessionId }, signal)
    },

    ask({ apiBaseUrl, accessToken, model, instructions }, messages, given) {
      const wanted = { model, system: instructions, messages, maxTokens: longestReply }
      const init = {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${accessToken}`,
          Accept: 'text/event-stream',
          'Content-Type': 'application/json',
        },
        body: JSON.stringify(completionRequest(wanted)),
        credentials: 'omit',
        // Neither the token nor what was said follows to another place.
        redirect: 'error',
      } as const
      const address = `${apiBaseUrl}/v3/chat/completions`
      return answerInTime((signal) => fetch(address, { ...init, signal }), given)
    },
  })
}
