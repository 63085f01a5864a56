import type { Server } from 'node:http'
import { WebSocketServer } from 'ws'
import { SIGNALLING_PATH } from '../engine/pod'
import type { Sessions } from '../engine/sessions'

/** Lets the signalling WebSockets of open sessions in; everything else is turned away. */
export function acceptSignalling(server: Server, sessions: Sessions): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1_000_000 })
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    const url = new URL(request.url ?? '/', 'http://localhost')
    const session = sessions.find(url.searchParams.get('session_id') ?? '')
    if (url.pathname !== SIGNALLING_PATH || !session || session.engine.state === 'ended') {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => session.engine.attach(webSocket))
  })
  return sockets
}
