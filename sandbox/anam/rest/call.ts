import type { IncomingMessage } from 'node:http'

/** One request, as a route sees it. */
export interface Call {
  params: Record<string, string>
  query: URLSearchParams
  headers: IncomingMessage['headers']
  /** The body as JSON; undefined when there is none. Throws `BadBody`. */
  body(): Promise<unknown>
}

/** What a route answers: JSON, or bytes of a type of their own. */
export interface Answer {
  status: number
  json?: unknown
  bytes?: { type: string; data: Uint8Array }
  headers?: Record<string, string>
}

export type Route = (call: Call) => Answer | Promise<Answer>

export const ok = (json: unknown): Answer => ({ status: 200, json })

/** The vendor's plain error body. */
export const refuse = (
  status: number,
  error: string,
  message: string,
  details?: unknown,
): Answer => ({
  status,
  json: { error, message, ...(details === undefined ? {} : { details }) },
})

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

export const bearerOf = ({ headers }: Pick<Call, 'headers'>): string | undefined =>
  headers.authorization?.match(/^Bearer (\S+)$/i)?.[1]
