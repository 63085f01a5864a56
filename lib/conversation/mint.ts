import type { z } from 'zod'
import { authorizedFetch } from '@/lib/auth/authorized-fetch'
import { problemBody } from '@/lib/http/problem'
import { ConversationError } from './failure'

/**
 * Asks one of our mint routes for a session and answers what `schema` makes of it. `onHeaders` is
 * for what a vendor's answer says beside its body.
 * Throws `ConversationError` with the server's problem code, or `offline`, `mint_timeout`,
 * `unexpected_answer`.
 */
export async function mintFrom<T>(
  path: string,
  body: Record<string, unknown>,
  schema: z.ZodType<T>,
  signal: AbortSignal,
  onHeaders?: (headers: Headers) => void,
): Promise<T> {
  const response = await send(path, body, signal)
  onHeaders?.(response.headers)
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) {
    const granted = schema.safeParse(answer)
    if (granted.success) return granted.data
    throw new ConversationError({ code: 'unexpected_answer' }, { cause: granted.error })
  }
  const problem = problemBody.safeParse(answer)
  if (!problem.success) {
    const requestId = response.headers.get('X-Request-Id') ?? undefined
    throw new ConversationError({ code: 'unexpected_answer', requestId })
  }
  const { code, requestId } = problem.data
  const retryAfter = problem.data.retryAfter ?? seconds(response.headers.get('Retry-After'))
  throw new ConversationError({ code, requestId, retryAfter })
}

async function send(path: string, body: Record<string, unknown>, signal: AbortSignal) {
  try {
    return await authorizedFetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    })
  } catch (cause) {
    throw new ConversationError({ code: signal.aborted ? 'mint_timeout' : 'offline' }, { cause })
  }
}

function seconds(header: string | null): number | undefined {
  return header && /^\d+$/.test(header) ? Number(header) : undefined
}
