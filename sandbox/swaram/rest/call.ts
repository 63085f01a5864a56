import type { IncomingMessage } from 'node:http'

/** One request, as a route sees it. */
export interface Call {
  headers: IncomingMessage['headers']
  /** The body as JSON; undefined when there is none. Throws `BadBody`. */
  body: () => Promise<unknown>
}

export interface Answer {
  status: number
  json?: unknown
  html?: string
  headers?: Record<string, string>
}

export type Route = (call: Call) => Answer | Promise<Answer>

export const ok = (json: unknown): Answer => ({ status: 200, json })

/** Bodies of failures are not documented; these are OpenAI's, whose protocol Swaram's is a subset of. */
export const refuse = (
  status: number,
  code: string,
  message: string,
  param: string | null = null,
): Answer => ({
  status,
  json: { error: { type: errorType(status), code, message, param } },
})

function errorType(status: number): string {
  if (status === 429) return 'rate_limit_error'
  return status >= 500 ? 'server_error' : 'invalid_request_error'
}

export class BadBody extends Error {
  constructor(
    readonly status: 400 | 413,
    message: string,
  ) {
    super(message)
  }
}

const MOST_BYTES = 1_000_000

/** Reads a JSON body of at most 1 MB. A larger one is read to its end, or the answer would be lost. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size <= MOST_BYTES) chunks.push(bytes)
  }
  if (size > MOST_BYTES) throw new BadBody(413, 'Request body is too large')
  if (size === 0) return undefined
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new BadBody(400, 'Request body is not valid JSON')
  }
}
