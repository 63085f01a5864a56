import { z } from 'zod'
import { sessionInput } from '../token/session-settings'

/** As bytes: whatever does not decode to the same text again is no base64. */
const base64 = z.string().transform((text, context) => {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') === text) return bytes
  context.addIssue({ code: 'custom', message: 'not base64' })
  return z.NEVER
})

/** "A JSON string" [doc]. */
const jsonText = z.string().refine(
  (text) => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  },
  { error: 'not a JSON string' },
)

const events = [
  z.strictObject({ type: z.literal('session.update'), session: sessionInput }),
  z.strictObject({ type: z.literal('input_audio_buffer.append'), audio: base64 }),
  z.strictObject({ type: z.literal('input_audio_buffer.commit') }),
  z.strictObject({ type: z.literal('input_audio_buffer.clear') }),
  z.strictObject({ type: z.literal('response.create') }),
  z.strictObject({ type: z.literal('response.cancel') }),
  z.strictObject({
    type: z.literal('conversation.item.create'),
    // Typed turns are not accepted (reference A6).
    item: z.strictObject({
      type: z.literal('function_call_output'),
      call_id: z.string(),
      output: jsonText,
    }),
  }),
] as const

/** Everything a client may send [doc]; nothing besides. */
const clientEvent = z.discriminatedUnion('type', [...events])
export type ClientEvent = z.infer<typeof clientEvent>

const typed = z.looseObject({ type: z.string() })
const known = new Set<string>(events.map(({ shape }) => shape.type.value))

export type Reading =
  | { event: ClientEvent }
  | { code: 'invalid_json' | 'unknown_event' | 'invalid_event'; error?: z.ZodError }

export function readClientEvent(frame: string): Reading {
  let json: unknown
  try {
    json = JSON.parse(frame)
  } catch {
    return { code: 'invalid_json' }
  }
  const { data } = typed.safeParse(json)
  if (!data) return { code: 'invalid_event' }
  if (!known.has(data.type)) return { code: 'unknown_event' }
  const read = clientEvent.safeParse(json)
  return read.success ? { event: read.data } : { code: 'invalid_event', error: read.error }
}
