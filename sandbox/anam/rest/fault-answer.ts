import type { HttpFault } from '../faults/fault'
import { type Answer, refuse } from './call'

/** Thrown by a route that is never to answer. */
export class Hang extends Error {}

const ERRORS: Record<number, [error: string, message: string]> = {
  400: ['Bad Request', 'Invalid request body'],
  401: ['Unauthorized', 'Invalid or expired credentials'],
  402: ['Payment Required', 'No plan found'],
  403: ['Forbidden', 'Not permitted'],
  429: ['Usage limit reached', 'Usage limit reached'],
  500: ['Internal Server Error', 'An unexpected error occurred'],
  503: ['Service Unavailable', 'No engines available'],
}

/**
 * Lets a fault strike: waits, hangs (throws `Hang`), or gives the answer to send. Undefined means that
 * the route goes on as usual, after the delay.
 */
export async function faultAnswer(fault: HttpFault | undefined): Promise<Answer | undefined> {
  if (!fault) return undefined
  if (fault.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs))
  if (fault.hang) throw new Hang()
  const { status, html, retryAfter } = fault
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  if (html !== undefined) {
    const bytes = { type: 'text/html; charset=utf-8', data: Buffer.from(html) }
    return { status: status ?? 502, bytes, headers }
  }
  if (status === undefined) return undefined
  const [error, message] = ERRORS[status] ?? ['Error', 'An unexpected error occurred']
  return {
    ...refuse(status, fault.error ?? error, fault.message ?? fault.error ?? message),
    headers,
  }
}
