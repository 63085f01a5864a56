import type { ServerResponse } from 'node:http'
import type { Fault } from '../faults/fault'
import { sendJson } from './http'
import { Refusal } from './refusal'

const WORDS: Record<number, string> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  429: 'API rate limit exceeded',
  500: 'An unexpected error occurred',
}

/**
 * Lets a fault strike before anything of an answer was sent: waits, hangs, refuses (throws a
 * `Refusal`) or answers something else. False means that the route goes on.
 */
export async function isAnsweredByFault(
  fault: Fault | undefined,
  response: ServerResponse,
): Promise<boolean> {
  if (!fault) return false
  const { status, body, html, hang, delayMs, retryAfter, message, detail } = fault
  if (delayMs) await new Promise((resolve) => setTimeout(resolve, delayMs))
  if (hang) return true
  if (html !== undefined) {
    response.writeHead(status ?? 502, { 'content-type': 'text/html; charset=utf-8' }).end(html)
    return true
  }
  if (body !== undefined) {
    sendJson(response, status ?? 200, body)
    return true
  }
  if (status === undefined && detail === undefined) return false
  const final = status ?? 400
  const words = detail ?? message ?? WORDS[final] ?? 'Something went wrong'
  throw new Refusal(final, words, {
    field: detail === undefined ? 'message' : 'detail',
    retryAfter,
  })
}
