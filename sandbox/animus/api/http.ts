import type { IncomingMessage, ServerResponse } from 'node:http'
import { badRequest, Refusal } from './refusal'

/** Answers by itself, or throws a `Refusal`. */
export type Route = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** `POST /v3/chat/completions` -> route. */
export type Routes = Record<string, Route>

const MOST_BYTES = 2_000_000

/** Reads a JSON body to its end, so that a refusal arrives. Throws a 400 or a 413. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size <= MOST_BYTES) chunks.push(bytes)
  }
  if (size > MOST_BYTES) throw new Refusal(413, 'Request size limit exceeded')
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw badRequest('The body is not valid JSON')
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

export function sendRefusal(response: ServerResponse, { status, body, options }: Refusal) {
  const { retryAfter } = options
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  sendJson(response, status, body, headers)
}
