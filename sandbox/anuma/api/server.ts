import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Parts } from '../parts'
import { allowOrigin, isFromElsewhere } from './cors'
import { type Routes, sendError, sendJson } from './http'
import { PortalError } from './portal-error'

async function answer(
  routes: Routes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  response.setHeader('x-sandbox', 'anuma')
  if (url.pathname.startsWith('/__sandbox/')) {
    if (isFromElsewhere(request))
      return sendJson(response, 403, { error: 'only from this machine' })
  } else allowOrigin(request, response)
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end()
    return
  }
  const route = routes[`${request.method} ${url.pathname}`]
  if (route) return route({ request, response, query: url.searchParams })
  const isKnown = Object.keys(routes).some((key) => key.endsWith(` ${url.pathname}`))
  throw new PortalError(isKnown ? 405 : 404, isKnown ? 'method not allowed' : 'not found')
}

/** The HTTP side of the stand-in. A route that throws is answered; nothing ends the process. */
export function createPortal(routes: Routes, { log }: Pick<Parts, 'log'>): Server {
  let requests = 0
  return createServer((request, response) => {
    const id = `req_sandbox_${++requests}`
    answer(routes, request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy()
      if (error instanceof PortalError) return sendError(response, error, id)
      log(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}`)
      sendError(response, new PortalError(500, 'internal error', { type: 'api_error' }), id)
    })
  })
}
