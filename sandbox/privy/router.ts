import type { IncomingMessage } from 'node:http'

interface Call {
  request: IncomingMessage
  params: Record<string, string>
  /** Parsed JSON, not yet checked; undefined without a body. */
  body: unknown
}

/** What a handler returns becomes the JSON answer; undefined is 204. Throws `ApiError`. */
type Handler = (call: Call) => unknown

/** `'GET /v1/users/:id'` -> handler. */
export type Routes = Record<string, Handler>

interface Match {
  handler: Handler
  params: Record<string, string>
}

/** Finds the route of a request; undefined when the stand-in does not know it. */
export function matchRoute(routes: Routes, method: string, path: string): Match | undefined {
  const asked = path.split('/')
  for (const [pattern, handler] of Object.entries(routes)) {
    const [verb, template = ''] = pattern.split(' ')
    const parts = template.split('/')
    if (verb !== method || parts.length !== asked.length) continue
    const params: Record<string, string> = {}
    const fits = parts.every((part, index) => {
      const actual = asked[index] ?? ''
      if (!part.startsWith(':')) return part === actual
      params[part.slice(1)] = decodeURIComponent(actual)
      return actual !== ''
    })
    if (fits) return { handler, params }
  }
  return undefined
}
