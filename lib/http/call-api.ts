import { authorizedFetch } from '@/lib/auth/authorized-fetch'
import { type FieldError, type ProblemCode, problemBody } from './problem'

interface Failure {
  /** `offline`: no answer came. */
  code: ProblemCode | 'offline'
  detail: string
  errors?: FieldError[] | undefined
  requestId?: string | undefined
}

/** A call of our own API that did not succeed, in words for the person who made it. */
export class CallFailure extends Error {
  readonly code: Failure['code']
  readonly errors: readonly FieldError[]
  readonly requestId: string | undefined

  constructor({ code, detail, errors = [], requestId }: Failure, options?: ErrorOptions) {
    super(detail, options)
    this.name = 'CallFailure'
    this.code = code
    this.errors = errors
    this.requestId = requestId
  }
}

/** A server that says nothing for longer counts as out of reach: whoever waits can try again. */
const longestWaitMs = 30_000

/**
 * Calls one of our own routes as the signed-in visitor; an identity that has expired is renewed
 * once. Throws `CallFailure`.
 */
export async function callApi(path: string, method: string, body?: unknown): Promise<Response> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  const headers = { 'Content-Type': 'application/json' }
  const response = await answerTo(path, { method, headers, ...init }).catch((cause: unknown) => {
    const detail = 'The server could not be reached. Check your connection, then try again.'
    throw new CallFailure({ code: 'offline', detail }, { cause })
  })
  if (response.ok) return response
  throw new CallFailure(await failureIn(response))
}

/** Also bounds the renewal of an identity, which no signal reaches. */
function answerTo(path: string, init: RequestInit): Promise<Response> {
  const abort = new AbortController()
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('No answer in time'))
      abort.abort()
    }, longestWaitMs)
    authorizedFetch(path, { ...init, signal: abort.signal })
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}

async function failureIn(response: Response): Promise<Failure> {
  const problem = problemBody.safeParse(await response.json().catch(() => null)).data
  if (!problem) {
    return { code: 'internal', detail: 'The server gave no usable answer. Please try again.' }
  }
  const { code, detail = problem.title, errors, requestId } = problem
  if (code === 'unauthenticated') {
    const words = 'Your session has ended. Sign in again in another tab, then try once more here.'
    return { code, detail: words, requestId }
  }
  return { code, detail, errors, requestId }
}

/** The words of whatever was thrown. */
export const failureWords = (error: unknown): string =>
  error instanceof CallFailure ? error.message : 'Something went wrong here. Please try again.'
