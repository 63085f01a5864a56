import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Parts } from '../parts'
import { allowOrigin, isFromElsewhere } from './cors'
import { type Routes, sendRefusal } from './http'
import { Refusal } from './refusal'

async function answer(routes: Routes, request: IncomingMessage, response: ServerResponse) {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  response.setHeader('x-sandbox', 'animus')
  const isControl = pathname.startsWith('/__sandbox/')
  if (isControl && isFromElsewhere(request)) throw new Refusal(403, 'Only from this machine')
  if (/^\/v\d\//.test(pathname)) allowOrigin(request, response)
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end()
    return
  }
  const route = routes[`${request.method} ${pathname}`]
  // The gateway's words for a path that it does not know [Kong].
  if (!route) throw new Refusal(404, 'no Route matched with those values')
  await route(request, response)
}

/** The HTTP side of the stand-in. A route that throws is answered; nothing ends the process. */
export function createGateway(routes: Routes, { log }: Pick<Parts, 'log'>): Server {
  return createServer((request, response) => {
    answer(routes, request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy()
      if (error instanceof Refusal) return sendRefusal(response, error)
      log(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}`)
      sendRefusal(response, new Refusal(500, 'An unexpected error occurred'))
    })
  })
}
