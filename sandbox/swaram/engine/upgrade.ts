import type { IncomingMessage, Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { isFromHere } from '../rest/loopback'
import { isApiKey } from '../token/api-key'
import type { ClientSecrets } from '../token/client-secrets'
import type { MintRequest } from '../token/mint-request'
import { modelId } from '../token/session-settings'
import { credentialOf } from './credentials'
import { Outlet } from './outlet'
import type { Sessions } from './sessions'

const REALTIME_PATH = '/v1/realtime'
/** A second of sound is 64 kB of base64. Not documented. */
const MOST_BYTES = 1_048_576

export interface UpgradeParts {
  sessions: Sessions
  secrets: ClientSecrets
  count: (what: string) => void
}

/** Lets WebSockets in; bad credentials too, and tells them so: a refused upgrade is 1006 to a browser. */
export function acceptConnections(server: Server, parts: UpgradeParts): WebSocketServer {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MOST_BYTES,
    // Exactly this one: never the one that holds the credential.
    handleProtocols: (offered) => (offered.has('realtime') ? 'realtime' : false),
  })
  sockets.on('headers', (headers) => headers.push('x-sandbox: swaram'))
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const status = !isFromHere(request) ? 403 : pathname === REALTIME_PATH ? 101 : 404
    if (status !== 101) {
      const reason = status === 403 ? 'Forbidden' : 'Not Found'
      socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\n\r\n`)
      return
    }
    parts.count(`WS ${REALTIME_PATH}`)
    sockets.handleUpgrade(request, socket, head, (webSocket) => admit(webSocket, request, parts))
  })
  return sockets
}

function admit(socket: WebSocket, request: IncomingMessage, { sessions, secrets }: UpgradeParts) {
  const asked = new URL(request.url ?? '/', 'http://localhost').searchParams.get('model')
  const granted = grantOf(credentialOf(request), asked, secrets)
  if (!granted) return sessions.refuse(socket, 4001)
  const { data: model } = modelId.safeParse(granted.model)
  // The model is one of the locked settings of a token [doc authentication].
  if (model && (asked === null || asked === model)) {
    return sessions.admit(socket, model, granted.session)
  }
  new Outlet(socket, sessions.dialect).error('invalid_model', 'no such model for this key')
  socket.close(1008, 'invalid_model')
}

/** What a credential allows; the key itself any model, a token what it was minted for. */
function grantOf(
  credential: string | undefined,
  asked: string | null,
  secrets: ClientSecrets,
): { model: string | null; session?: MintRequest['session'] } | undefined {
  if (credential === undefined) return undefined
  return isApiKey(credential) ? { model: asked } : secrets.redeem(credential)
}
