import { z } from 'zod'
import { isAvatar } from '../catalogue/avatars'
import { isLlm } from '../catalogue/llms'
import { isVoice } from '../catalogue/voices'
import { toolDefinition } from './tool-definition'
import { AVATAR_MODELS, videoSize } from './video-size'
import { voiceDetectionOptions, voiceGenerationOptions } from './voice-options'

const directorNotes = z
  .strictObject({
    presetStyle: z
      .enum(['happy', 'warm', 'playful', 'supportive', 'sad', 'angry', 'distressed'])
      .optional(),
    customStylePrompt: z.string().max(2_000).optional(),
    expressivity: z.number().min(0).max(1).optional(),
  })
  .refine((notes) => notes.presetStyle === undefined || notes.customStylePrompt === undefined, {
    error: 'presetStyle and customStylePrompt are mutually exclusive',
  })

const ephemeralPersona = z.strictObject({
  name: z.string().optional(),
  avatarId: z.string().refine(isAvatar, { error: 'Avatar not found' }),
  avatarModel: z.enum(AVATAR_MODELS).optional(),
  voiceId: z.string().refine(isVoice, { error: 'Voice not found' }),
  llmId: z.string().refine(isLlm, { error: 'LLM not found' }),
  systemPrompt: z.string().optional(),
  maxSessionLengthSeconds: z.number().positive().optional(),
  skipGreeting: z.boolean().optional(),
  uninterruptibleGreeting: z.boolean().optional(),
  initialMessage: z.string().nullable().optional(),
  voiceDetectionOptions: voiceDetectionOptions.optional(),
  languageCode: z
    .string()
    .regex(/^[a-z]{2}$/, { error: 'must be an ISO 639-1 code' })
    .optional(),
  voiceGenerationOptions: voiceGenerationOptions.optional(),
  directorNotes: directorNotes.optional(),
  tools: z.array(toolDefinition).optional(),
  // No tools are kept here, so every id is unknown.
  toolIds: z.array(z.uuid()).max(0, { error: 'Tool not found' }).optional(),
  enableAudioPassthrough: z.literal(false, { error: 'not on your plan' }).optional(),
})

/** A persona kept by the vendor. Personas cannot be created here, so every id is unknown. */
const storedPersona = z.strictObject({
  personaId: z.string().refine(() => false, { error: 'Persona not found' }),
})

const sessionOptions = z
  .strictObject({
    sessionReplay: z.strictObject({ enableSessionReplay: z.boolean().optional() }).optional(),
    videoQuality: z.enum(['high', 'auto']).optional(),
    videoWidth: z.number().int().optional(),
    videoHeight: z.number().int().optional(),
  })
  .refine(
    ({ videoWidth, videoHeight }) => (videoWidth === undefined) === (videoHeight === undefined),
    {
      error: 'videoWidth and videoHeight must be given together',
      path: ['videoWidth'],
    },
  )

/**
 * The body of `POST /v1/auth/session-token`. Unknown keys are refused although the vendor may let them
 * pass: here a typing error should be found.
 */
export const sessionTokenRequest = z
  .strictObject({
    clientLabel: z.string().optional(),
    personaConfig: z.union([ephemeralPersona, storedPersona]),
    sessionOptions: sessionOptions.optional(),
  })
  .superRefine(({ personaConfig, sessionOptions }, context) => {
    const model = 'avatarModel' in personaConfig ? personaConfig.avatarModel : undefined
    const { videoWidth, videoHeight } = sessionOptions ?? {}
    if (videoSize(model ?? 'cara-3', videoWidth, videoHeight)) return
    context.addIssue({
      code: 'custom',
      path: ['sessionOptions', 'videoWidth'],
      message: `${videoWidth}x${videoHeight} is not supported by ${model ?? 'cara-3'}`,
    })
  })

export type SessionTokenRequest = z.infer<typeof sessionTokenRequest>
