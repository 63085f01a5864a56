import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Answer, BadBody, readJson, refuse } from './call'
import { Hang } from './fault-answer'
import { isFromHere } from './loopback'
import type { Routes } from './routes'

function send(response: ServerResponse, { status, json, html, headers }: Answer) {
  response.writeHead(status, {
    'content-type':
      html === undefined ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-sandbox': 'swaram',
    ...headers,
  })
  response.end(html ?? JSON.stringify(json ?? {}))
}

async function answer(routes: Routes, request: IncomingMessage): Promise<Answer> {
  if (!isFromHere(request)) return refuse(403, 'local_only', 'Only from this machine')
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const { route, allowed } = routes.find(request.method ?? 'GET', pathname)
  if (route) return await route({ headers: request.headers, body: () => readJson(request) })
  if (allowed.length === 0) return refuse(404, 'not_found', 'Not found')
  const refused = refuse(405, 'method_not_allowed', 'Method not allowed')
  return { ...refused, headers: { allow: allowed.join(', ') } }
}

/** The HTTP side of the stand-in. A route that throws answers 500 and is logged; nothing ends the process. */
export function createRestServer(routes: Routes, log: (line: string) => void): Server {
  return createServer((request, response) => {
    answer(routes, request).then(
      (result) => send(response, result),
      (error: unknown) => {
        if (error instanceof Hang) return
        if (error instanceof BadBody) {
          return send(response, refuse(error.status, 'invalid_request', error.message))
        }
        log(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}`)
        send(response, refuse(500, 'server_error', 'An unexpected error occurred'))
      },
    )
  })
}
