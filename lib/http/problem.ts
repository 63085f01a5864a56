import { z } from 'zod'

/** Every way a request can fail: the closed set of design.md, with the status each one answers. */
export const problemStatus = {
  invalid_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  cross_site: 403,
  not_found: 404,
  conflict: 409,
  payload_too_large: 413,
  rate_limited: 429,
  too_many_sessions: 429,
  internal: 500,
  vendor_error: 502,
  vendor_rejected_credentials: 502,
  vendor_busy: 503,
  vendor_not_configured: 503,
  vendor_out_of_credit: 503,
  vendor_timeout: 504,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof problemStatus

const codes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]]

/** One field that was wrong: `path` is dotted (`messages.0.role`), empty for the body itself. */
export interface FieldError {
  path: string
  message: string
}

interface ProblemOptions {
  /** One sentence for the person who sent the request. Never a vendor's words. */
  detail?: string
  errors?: FieldError[]
  /** Seconds until a retry can succeed; sent as `Retry-After`. */
  retryAfter?: number
  cause?: unknown
}

/** The one error type that a handler throws on purpose; anything else becomes `internal`. */
export class Problem extends Error {
  readonly status: number
  readonly detail: string | undefined
  readonly errors: FieldError[] | undefined
  readonly retryAfter: number | undefined

  constructor(
    readonly code: ProblemCode,
    options: ProblemOptions = {},
  ) {
    super(options.detail ?? code, { cause: options.cause })
    this.name = 'Problem'
    this.status = problemStatus[code]
    this.detail = options.detail
    this.errors = options.errors
    this.retryAfter = options.retryAfter
  }
}

/** A problem as it arrives in the browser (RFC 9457, `application/problem+json`). */
export const problemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.enum(codes),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  requestId: z.string(),
  retryAfter: z.number().optional(),
})

export type ProblemBody = z.infer<typeof problemBody>
