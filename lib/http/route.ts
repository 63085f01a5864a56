import 'server-only'
import { z } from 'zod'
import { identify } from '@/lib/auth/identify'
import type { Identity } from '@/lib/auth/identity'
import { readBody } from './body'
import { anonymous, describeError, log } from './log'
import { Problem } from './problem'
import { problemResponse } from './problem-response'
import { createTiming, type Timing } from './server-timing'

type Params = Record<string, string>

/** What every handler is given. */
interface Call<P> {
  request: Request
  requestId: string
  params: P
  timing: Timing
}

interface IdentifiedCall<P, Body> extends Call<P> {
  /** Who asks, verified. */
  identity: Identity
  body: Body
}

interface Options<Body> {
  /** Strict schema of the JSON body. A request without a body is parsed as `{}`. */
  body: Body
  /** Size limit of the body in bytes. */
  maxBytes?: number
  /** Also accept JSON labelled `text/plain`, as beacons may send it. */
  allowText?: boolean
}

/** A schema for routes that take no body. */
export const emptyBody = z.strictObject({})

type NextHandler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

/**
 * Makes the Next handler of a route that only a verified person may use: identifies, reads and
 * checks the body, then runs `handler`. Whatever is thrown becomes a problem response.
 */
export function route<Body extends z.ZodType, P extends Params = Params>(
  options: Options<Body>,
  handler: (call: IdentifiedCall<P, z.output<Body>>) => Promise<Response>,
): NextHandler<P> {
  return serve(async (call, meet) => {
    const identity = await call.timing.measure('auth', () => identify(call.request))
    meet(identity)
    const body = await readBody(call.request, options.body, { maxBytes: 16_384, ...options })
    return handler({ ...call, identity, body })
  })
}

/** Makes the Next handler of a route that anybody may use, without a body. */
export function publicRoute<P extends Params = Params>(
  handler: (call: Call<P>) => Promise<Response>,
): NextHandler<P> {
  return serve(handler)
}

/** What all answers of /api have in common: request id, headers, problems and the log line. */
function serve<P extends Params>(
  run: (call: Call<P>, meet: (identity: Identity) => void) => Promise<Response>,
): NextHandler<P> {
  return async (request, context) => {
    const started = performance.now()
    const call = {
      request,
      requestId: crypto.randomUUID(),
      params: await context.params,
      timing: createTiming(),
    }
    let user: string | undefined
    let problem: Problem | undefined
    const response = await run(call, (identity) => {
      user = anonymous(identity.userId)
    }).catch((error: unknown) => {
      problem = asProblem(error, call.requestId)
      return problemResponse(problem, call.requestId)
    })
    response.headers.set('Cache-Control', 'no-store')
    response.headers.set('X-Request-Id', call.requestId)
    const parts = call.timing.header()
    if (parts) response.headers.set('Server-Timing', parts)
    log(response.status < 500 ? 'info' : 'warn', 'request', {
      requestId: call.requestId,
      method: request.method,
      route: routeName(request, call.params),
      status: response.status,
      code: problem?.code,
      ms: Math.round(performance.now() - started),
      user,
    })
    return response
  }
}

/** Anything that nobody threw on purpose is logged here and answered without its words. */
export function asProblem(error: unknown, requestId: string): Problem {
  if (error instanceof Problem) return error
  log('error', 'unexpected', { requestId, ...describeError(error) })
  return new Problem('internal', { detail: 'It has been logged. Please try again.' })
}

/**
 * `/api/sessions/[id]`: ids stay out of the log, and lines of one route can be counted. Next gives
 * undefined for `params` where the path has none.
 */
function routeName(request: Request, params: Params | undefined): string {
  const names = new Map(
    Object.entries(params ?? {}).map(([name, value]) => [encodeURIComponent(value), `[${name}]`]),
  )
  return new URL(request.url).pathname
    .split('/')
    .map((part) => names.get(part) ?? part)
    .join('/')
}
