import type { IncomingMessage, ServerResponse } from 'node:http'
import { PortalError } from './portal-error'

/** One request, as a route sees it. */
export interface Call {
  request: IncomingMessage
  response: ServerResponse
  query: URLSearchParams
}

/** Answers by itself, or throws a `PortalError`. */
export type Route = (call: Call) => void | Promise<void>

/** `GET /health` -> route. */
export type Routes = Record<string, Route>

const MOST_BYTES = 4_000_000

/** Reads a JSON body to its end, so that a refusal arrives. Throws a 400 or a 413. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size <= MOST_BYTES) chunks.push(bytes)
  }
  if (size > MOST_BYTES) throw new PortalError(413, 'request body too large')
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new PortalError(400, 'invalid JSON', {
      type: 'invalid_request_error',
      code: 'bad_request',
    })
  }
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(JSON.stringify(body))
}

export function sendError(response: ServerResponse, error: PortalError, id: string) {
  const { retryAfter } = error.details
  sendJson(
    response,
    error.status,
    error.body(id),
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  )
}
