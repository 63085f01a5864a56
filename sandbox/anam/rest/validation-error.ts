import type { z } from 'zod'
import { type Answer, refuse } from './call'

type Issue = z.core.$ZodIssue

/** The branch of a union that was meant: the one that got furthest. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const branches = issue.errors.map((branch) => branch.flatMap(innermost))
  const [best] = branches.sort((a, b) => a.length - b.length)
  return (best ?? []).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
}

/** The vendor's 400 for a body that does not fit. */
export function validationError(error: z.ZodError): Answer {
  const details = error.issues.flatMap(innermost).map(({ path, message, code }) => ({
    path: path.join('.'),
    message,
    code,
  }))
  const [first] = details
  const summary = first
    ? [first.path, first.message].filter(Boolean).join(': ')
    : 'Invalid request body'
  return refuse(400, 'Validation error', summary, details)
}
