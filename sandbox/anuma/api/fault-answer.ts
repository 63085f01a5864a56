import type { ServerResponse } from 'node:http'
import type { Fault } from '../faults/fault'
import { sendJson } from './http'
import { insufficientBalance, PortalError, tierRequired } from './portal-error'

const ERRORS: Record<number, [error: string, type: string, code: string]> = {
  400: ['invalid request', 'invalid_request_error', 'bad_request'],
  401: ['unauthorized', 'authentication_error', 'unauthorized'],
  403: ['forbidden', 'authorization_error', 'forbidden'],
  413: ['input exceeds the context window', 'invalid_request_error', 'context_length_exceeded'],
  429: ['provider rate limit exceeded', 'rate_limit_error', 'rate_limited'],
}

function errorOf({ status, code, gate, retryAfter, event }: Fault): PortalError | undefined {
  // The code of an event is told inside the stream.
  if (event !== undefined) return undefined
  if (gate !== undefined || code === 'insufficient_balance' || status === 402) {
    return insufficientBalance(gate)
  }
  if (code === 'model_tier_required') return tierRequired('sandbox/grand', 'Pro')
  if (status === undefined && code === undefined) return undefined
  const final = status ?? 400
  const [error, type, ownCode] = ERRORS[final] ?? ['internal error', 'api_error', 'internal']
  return new PortalError(final, code ?? error, { type, code: code ?? ownCode, retryAfter })
}

/**
 * Lets a fault strike before anything of an answer was sent: waits, hangs, refuses (throws a
 * `PortalError`) or answers something else. False means that the route goes on.
 */
export async function isAnsweredByFault(
  fault: Fault | undefined,
  response: ServerResponse,
): Promise<boolean> {
  if (!fault) return false
  if (fault.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs))
  if (fault.hang) return true
  if (fault.html !== undefined) {
    response.writeHead(fault.status ?? 502, { 'content-type': 'text/html; charset=utf-8' })
    response.end(fault.html)
    return true
  }
  if (fault.body !== undefined) {
    sendJson(response, fault.status ?? 200, fault.body)
    return true
  }
  const error = errorOf(fault)
  if (error) throw error
  return false
}
