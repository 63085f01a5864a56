import { z } from 'zod'

const milliseconds = z.number().int().min(0).max(120_000)
/** How often it strikes; for ever when left out. */
const times = z.number().int().positive().optional()

/** Makes the mint answer something else, late, or not at all. */
const mintFault = z.strictObject({
  kind: z.literal('client-secret'),
  status: z.number().int().min(200).max(599).optional(),
  /** The vendor's `error.code`. */
  error: z.string().optional(),
  message: z.string().optional(),
  /** Answered in place of JSON, as a proxy in front of the vendor would. */
  html: z.string().optional(),
  /** Answered word for word, whatever it is. */
  json: z.unknown().optional(),
  /** A real token in the answer that the documents show: `{value}` and no more. */
  onlyValue: z.boolean().optional(),
  retryAfter: z.number().int().optional(),
  delayMs: milliseconds.optional(),
  /** Never answer. */
  hang: z.boolean().optional(),
  times,
})

const moment = z.enum(['open', 'reply']).optional()

/**
 * Closes a connection: when it opens, in the middle of a reply, or `afterMs` from now (with none
 * open: from the opening of the next). 1006 drops it without goodbye, as a network does.
 */
const closeFault = z
  .strictObject({
    kind: z.literal('close'),
    code: z.union([4001, 4003, 4008, 1011, 1013, 1006].map((code) => z.literal(code))),
    at: moment,
    afterMs: milliseconds.optional(),
    times,
  })
  .refine(({ at, afterMs }) => at === undefined || afterMs === undefined, {
    error: 'either `at` or `afterMs`',
  })

/** The connection stays and nothing comes any more: from its opening, or from the middle of a reply. */
const stallFault = z.strictObject({ kind: z.literal('stall'), at: moment, times })

/** What a reply holds that it should not. */
const frameFault = z.strictObject({
  kind: z.literal('bad-frame'),
  frame: z.enum([
    'malformed-json',
    'unknown-event',
    'binary',
    /** A chunk of 10 MB. */
    'huge',
    /** `response.done` comes before the last deltas. */
    'early-done',
    /** Chunks end in the middle of a sample. */
    'odd-bytes',
    /** An `error` event that leaves the connection open. */
    'error-event',
  ]),
  times,
})

/** For connections that open from now on. */
const dialectFault = z.strictObject({
  kind: z.literal('dialect'),
  dialect: z.enum(['minimal', 'openai', 'bare']),
})

/** For tokens that are minted from now on. */
const tokenFault = z.strictObject({
  kind: z.literal('token-life'),
  seconds: z.number().min(0).max(7_200).optional(),
  uses: z.number().int().min(0).optional(),
})

const fault = z.discriminatedUnion('kind', [
  mintFault,
  closeFault,
  stallFault,
  frameFault,
  dialectFault,
  tokenFault,
])
export const faultList = z.union([fault.transform((one) => [one]), z.array(fault)])

export type Fault = z.infer<typeof fault>
export type MintFault = z.infer<typeof mintFault>
export type CloseFault = z.infer<typeof closeFault>
export type OpeningFault = CloseFault | z.infer<typeof stallFault>
export type ReplyFault = OpeningFault | z.infer<typeof frameFault>
export type Dialect = z.infer<typeof dialectFault>['dialect']
