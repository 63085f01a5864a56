import { z } from 'zod'

/** Postgres cannot store the NUL character in text. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => value.replaceAll('\u0000', ''))

/** Clocks of browsers are not worth losing a transcript for: rounded, and never before the start. */
const milliseconds = z
  .number()
  .max(86_400_000)
  .transform((value) => Math.max(0, Math.round(value)))

const vendorSessionId = z
  .string()
  .regex(/^[\w-]{1,100}$/, 'Not a session id.')
  .optional()

const comment = z
  .string()
  .transform((value) => value.replaceAll('\u0000', '').trim())
  .pipe(z.string().max(500, 'At most 500 characters.'))
  .transform((value) => value || undefined)

const message = z.strictObject({
  role: z.enum(['user', 'persona', 'tool']),
  content: text(10_000),
  /** Milliseconds since the conversation began. */
  at: milliseconds,
  interrupted: z.boolean().optional(),
})

/** What a browser reports about its session. */
export const sessionEvent = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('live'),
    vendorSessionId,
    /** From the click to the first frame. */
    firstFrameMs: milliseconds.optional(),
  }),
  z.strictObject({
    event: z.literal('ended'),
    vendorSessionId,
    reason: z
      .string()
      .regex(/^[\w-]{1,64}$/, 'A short name such as "user" or "closed_tab".')
      .optional(),
    messages: z.array(message).max(500).optional(),
  }),
  /** What was said so far in a chat, which has no end of its own: in place of what is there. */
  z.strictObject({
    event: z.literal('messages'),
    messages: z.array(message).max(500).default([]),
  }),
  z.strictObject({
    event: z.literal('feedback'),
    rating: z.enum(['good', 'poor']),
    comment: comment.optional(),
  }),
])
