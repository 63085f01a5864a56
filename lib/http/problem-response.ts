import 'server-only'
import type { Problem, ProblemBody, ProblemCode } from './problem'

/** The short, unchanging name of each problem, for people. */
const titles: Record<ProblemCode, string> = {
  invalid_request: 'The request is not valid',
  unauthenticated: 'Sign in first',
  forbidden: 'This account may not use this',
  cross_site: 'The request came from another site',
  not_found: 'Not found',
  conflict: 'It has changed meanwhile',
  payload_too_large: 'The request is too large',
  rate_limited: 'Too many requests',
  too_many_sessions: 'Too many sessions at once',
  internal: 'Something went wrong on our side',
  vendor_error: 'The vendor could not answer',
  vendor_rejected_credentials: 'The vendor rejected our key',
  vendor_busy: 'The vendor is busy',
  vendor_not_configured: 'The vendor is not configured',
  vendor_out_of_credit: 'The vendor account has run out of credit',
  vendor_timeout: 'The vendor did not answer in time',
}

/** `Retry-After` where nobody knows better: what a person has to mend takes longer. */
const defaultRetryAfter: Partial<Record<ProblemCode, number>> = {
  rate_limited: 60,
  too_many_sessions: 60,
  vendor_busy: 15,
  vendor_not_configured: 300,
  vendor_out_of_credit: 300,
}

/** A problem as RFC 9457 writes it. */
export function problemDocument(problem: Problem, requestId: string): ProblemBody {
  return {
    type: 'about:blank',
    title: titles[problem.code],
    status: problem.status,
    code: problem.code,
    detail: problem.detail,
    errors: problem.errors,
    requestId,
    retryAfter: problem.retryAfter ?? defaultRetryAfter[problem.code],
  }
}

/** The same as a response, with the headers its status calls for. */
export function problemResponse(problem: Problem, requestId: string): Response {
  const body = problemDocument(problem, requestId)
  const headers = new Headers({ 'Content-Type': 'application/problem+json' })
  if (body.retryAfter !== undefined) headers.set('Retry-After', String(body.retryAfter))
  if (problem.status === 401) headers.set('WWW-Authenticate', 'Bearer realm="api"')
  return new Response(JSON.stringify(body), { status: problem.status, headers })
}
