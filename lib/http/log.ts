import 'server-only'
import { createHash } from 'node:crypto'

type Value = string | number | boolean | undefined

/**
 * Writes one JSON line. Only scalar fields, so that no body, header or token can slip in whole;
 * whoever calls names each field.
 */
export function log(
  level: 'info' | 'warn' | 'error',
  event: string,
  fields: Record<string, Value>,
) {
  const line = JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })
  if (level === 'error') console.error(line)
  else console.log(line)
}

/** The same short name for the same person in every line, without naming the person. */
export const anonymous = (userId: string) =>
  createHash('sha256').update(userId).digest('hex').slice(0, 12)

/**
 * What of an unexpected error goes to the log: its kind and where it was thrown. Messages of
 * libraries may quote a statement's parameters or a URL, so they stay out, save for plain names.
 */
export function describeError(error: unknown): Record<string, Value> {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const cause = error.cause instanceof Error ? error.cause : undefined
  const code = codeOf(cause) ?? codeOf(error)
  return {
    error: error.name,
    cause: cause?.name,
    errorCode: code,
    stack: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(' | '),
  }
}

function codeOf(error: Error | undefined): string | undefined {
  if (!error || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
