import type { z } from 'zod'

/** The first thing that is wrong: where, and in words. */
export function firstIssue({ issues }: z.ZodError): { param: string | null; message: string } {
  const [issue] = issues
  if (!issue) return { param: null, message: 'Invalid request' }
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const param = [...issue.path, ...unknown].join('.') || null
  return { param, message: param ? `${param}: ${issue.message}` : issue.message }
}
