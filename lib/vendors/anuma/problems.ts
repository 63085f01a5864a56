import 'server-only'
import { log } from '@/lib/http/log'
import type { Problem } from '@/lib/http/problem'
import { retryAfterSeconds, type TextResponse } from '@/lib/http/retrying-fetch'
import { problemOfError } from './stream-problems'

/** What an answer of Anuma's that is not a success means for whoever asked us. */
export const problemOf = ({ status, headers, text }: TextResponse): Problem =>
  problemOfError(json(text), status, retryAfterSeconds(headers))

/** Operators need to see that it was Anuma and what kind of trouble it is. */
export function noted(path: string, problem: Problem): Problem {
  log('warn', 'anuma', {
    path,
    code: problem.code,
    reason: problem.cause instanceof Error ? problem.cause.message : undefined,
  })
  return problem
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
