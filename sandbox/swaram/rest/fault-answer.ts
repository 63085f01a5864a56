import type { MintFault } from '../faults/fault'
import { type Answer, refuse } from './call'

/** Thrown by a route that is never to answer. */
export class Hang extends Error {}

const ERRORS: Record<number, [code: string, message: string]> = {
  400: ['invalid_request', 'Invalid request'],
  401: ['invalid_api_key', 'Invalid or missing API key'],
  402: ['insufficient_credits', 'Out of credits'],
  403: ['forbidden', 'Not permitted'],
  429: ['rate_limit_exceeded', 'Too many requests'],
  503: ['server_busy', 'The service is busy, please retry'],
}

/**
 * Lets a fault strike: waits, hangs (throws `Hang`), or gives the answer to send. Undefined means that
 * the route goes on as usual, after the delay.
 */
export async function faultAnswer(fault: MintFault | undefined): Promise<Answer | undefined> {
  if (!fault) return undefined
  if (fault.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs))
  if (fault.hang) throw new Hang()
  const { status, html, json, retryAfter } = fault
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  if (html !== undefined) return { status: status ?? 502, html, headers }
  if (json !== undefined) return { status: status ?? 200, json, headers }
  if (status === undefined) return undefined
  const [code, message] = ERRORS[status] ?? ['server_error', 'An unexpected error occurred']
  return { ...refuse(status, fault.error ?? code, fault.message ?? message), headers }
}
