import { z } from 'zod'

/** What befalls an answer that has begun. */
const EVENTS = [
  'error',
  'cut',
  'stall',
  'malformed',
  'huge',
  'split-utf8',
  'out-of-order',
  'unknown',
  'empty',
] as const

const fault = z.strictObject({
  kind: z.enum(['chat', 'models', 'account']),
  status: z.number().int().min(200).max(599).optional(),
  /** Answered as it is, as JSON. */
  body: z.unknown().optional(),
  /** Answered in place of JSON, as a proxy in front of the vendor would. */
  html: z.string().optional(),
  /** Never answer. */
  hang: z.boolean().optional(),
  delayMs: z.number().int().min(0).max(120_000).optional(),
  /** Seconds. */
  retryAfter: z.number().int().min(0).optional(),
  /** The `error` of the vendor's envelope; `insufficient_balance` and `model_tier_required` have shapes of their own. */
  code: z.string().optional(),
  /** Which limit a 402 is about. */
  gate: z.string().optional(),
  /** After how many pieces of the answer the event comes; 3 when left out. */
  afterChunks: z.number().int().min(0).optional(),
  event: z.enum(EVENTS).optional(),
  /** Whether keep-alives go on during a stall. */
  comments: z.boolean().optional(),
  /** Only where this stands in the last message: tests that run side by side do not meet. */
  match: z.string().optional(),
  /** How often it strikes; for ever when left out. */
  times: z.number().int().positive().optional(),
})

export const faultList = z.union([fault.transform((one) => [one]), z.array(fault)])

export type Fault = z.infer<typeof fault>
