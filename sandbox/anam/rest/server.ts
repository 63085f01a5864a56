import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type Answer, BadBody, type Call, readJson, refuse } from './call'
import { Hang } from './fault-answer'
import type { Router } from './router'

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, x-anam-target-url',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-max-age': '600',
}

function send(response: ServerResponse, { status, json, bytes, headers }: Answer) {
  const type = bytes?.type ?? 'application/json; charset=utf-8'
  response.writeHead(status, { ...CORS, 'content-type': type, ...headers })
  response.end(bytes ? bytes.data : JSON.stringify(json ?? {}))
}

async function answer(router: Router, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const { route, params, knownPath } = router.find(request.method ?? 'GET', url.pathname)
  if (!route) {
    return knownPath
      ? refuse(405, 'Method Not Allowed', 'Method not allowed')
      : refuse(404, 'Not Found', 'Not found')
  }
  const call: Call = {
    params,
    query: url.searchParams,
    headers: request.headers,
    body: () => readJson(request),
  }
  return await route(call)
}

/** The HTTP side of the stand-in. A route that throws answers 500 and is logged; nothing ends the process. */
export function createRestServer(router: Router, log: (line: string) => void): Server {
  return createServer((request, response) => {
    if (request.method === 'OPTIONS') {
      response.writeHead(204, CORS).end()
      return
    }
    answer(router, request).then(
      (result) => send(response, result),
      (error: unknown) => {
        if (error instanceof Hang) return
        if (error instanceof BadBody) {
          return send(response, refuse(error.status, 'Bad Request', error.message))
        }
        log(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : error}`)
        send(response, refuse(500, 'Internal Server Error', 'An unexpected error occurred'))
      },
    )
  })
}
