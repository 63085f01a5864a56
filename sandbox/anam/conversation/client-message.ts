import { z } from 'zod'
import { voiceDetectionOptions, voiceGenerationOptions } from '../token/voice-options'

const toolResult = z.object({
  message_type: z.literal('tool_result'),
  tool_call_id: z.string(),
  result: z.unknown().optional(),
  error: z.unknown().optional(),
})

const personaConfig = z.object({
  message_type: z.literal('persona_config'),
  data: z.strictObject({
    languageCode: z.string().optional(),
    voiceGenerationOptions: voiceGenerationOptions.optional(),
    voiceDetectionOptions: voiceDetectionOptions.optional(),
  }),
})

const cueTag = z.enum([
  'happy',
  'warm',
  'playful',
  'laughter',
  'curious',
  'supportive',
  'concerned',
  'sad',
  'surprised',
  'angry',
  'distressed',
])

/** What the SDK sends over the data channel (anam.md 1.6). */
const clientMessage = z.discriminatedUnion('message_type', [
  z.object({ message_type: z.literal('speech'), content: z.string() }),
  z.object({ message_type: z.literal('interrupt') }),
  z.object({ message_type: z.literal('context'), content: z.string() }),
  z.object({
    message_type: z.literal('director_note_cue'),
    cue: z.object({ tag: cueTag }),
    in_seconds: z.number().min(0).optional(),
    at_seconds: z.number().min(0).optional(),
  }),
  toolResult,
  personaConfig,
  z.object({ message_type: z.literal('remote_rtp_stats') }),
])

export type ClientMessage = z.infer<typeof clientMessage>
export type ToolResult = z.infer<typeof toolResult>

/** Reads one message; undefined when it is none that the engine knows. */
export function readClientMessage(raw: unknown): ClientMessage | undefined {
  if (typeof raw !== 'string') return undefined
  try {
    return clientMessage.safeParse(JSON.parse(raw)).data
  } catch {
    return undefined
  }
}
