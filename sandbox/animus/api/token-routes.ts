import type { IncomingMessage } from 'node:http'
import { follow } from '../journal'
import type { Parts } from '../parts'
import type { Settings } from '../settings'
import type { Tokens } from '../token/tokens'
import { isAnsweredByFault } from './fault-answer'
import { type Route, type Routes, sendJson } from './http'
import { unauthorized } from './refusal'

/** What each side of the disagreement answers. */
function answerOf(tokens: Tokens, { dialect, tokenSeconds }: Settings) {
  const token = tokens.mint(tokenSeconds)
  const docs = { accessToken: token }
  if (dialect === 'docs') return docs
  const voice = { token: tokens.mintForVoice(tokenSeconds), url: 'wss://livekit.invalid' }
  const sdk = { animus: { token }, livekit: { voice } }
  return dialect === 'sdk' ? sdk : { ...docs, ...sdk }
}

/** The documentation says POST, the example server of the SDK uses GET: both are taken. */
export function tokenRoutes({ apiKey, tokens, faults, journal, settings, now }: Parts): Routes {
  const route: Route = async (request: IncomingMessage, response) => {
    const { method = 'GET', headers } = request
    request.resume()
    const entry = journal.begin({
      at: now(),
      method,
      path: '/auth/generate-token',
      headers: Object.keys(headers),
    })
    follow(entry, response, now, () => journal.counters.left++)
    if (await isAnsweredByFault(faults.take('token'), response)) return
    if (headers.apikey !== apiKey) {
      journal.counters.refused++
      throw unauthorized()
    }
    journal.counters.tokens++
    sendJson(response, 200, answerOf(tokens, settings))
  }
  return { 'GET /auth/generate-token': route, 'POST /auth/generate-token': route }
}
