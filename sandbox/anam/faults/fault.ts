import { z } from 'zod'

const scope = {
  /** How often it strikes; for ever when left out. */
  times: z.number().int().positive().optional(),
  /** Only for sessions and tokens with this label. */
  clientLabel: z.string().optional(),
}

/** Makes a REST route answer something else, late, or not at all. */
const httpFault = z.strictObject({
  kind: z.enum(['session-token', 'engine-session', 'catalogue', 'sessions']),
  status: z.number().int().min(200).max(599).optional(),
  /** The vendor's `error` field, such as `Spend cap reached`. */
  error: z.string().optional(),
  message: z.string().optional(),
  /** Answered in place of JSON, as a proxy in front of the vendor would. */
  html: z.string().optional(),
  retryAfter: z.number().int().optional(),
  delayMs: z.number().int().min(0).max(120_000).optional(),
  /** Never answer. */
  hang: z.boolean().optional(),
  ...scope,
})

/** Happens to a session when it is opened. */
const openingFault = z.strictObject({
  kind: z.enum(['slow-start', 'no-video', 'ice-failure']),
  delayMs: z.number().int().min(0).max(120_000).default(3_000),
  ...scope,
})

/** Happens to every open session in scope at once, or to the next one when none is open. */
const liveFault = z.strictObject({
  kind: z.enum(['ws-drop', 'engine-dead', 'server-end', 'warning']),
  /** Reason of `server-end`, words of `warning`. */
  text: z.string().optional(),
  /** Counted from now, or from the moment the next session is ready. */
  afterMs: z.number().int().min(0).max(120_000).default(0),
  ...scope,
})

const fault = z.discriminatedUnion('kind', [httpFault, openingFault, liveFault])
export const faultList = z.union([fault.transform((one) => [one]), z.array(fault)])

export type Fault = z.infer<typeof fault>
export type HttpFault = z.infer<typeof httpFault>
export type OpeningFault = z.infer<typeof openingFault>
export type LiveFault = z.infer<typeof liveFault>
