import { z } from 'zod'

const between = (least: number, most: number) => z.number().min(least).max(most).optional()

export const voiceDetectionOptions = z.strictObject({
  endOfSpeechSensitivity: between(0, 1),
  silenceBeforeSkipTurnSeconds: between(0, 900),
  silenceBeforeSessionEndSeconds: between(0, 7_200),
  silenceBeforeAutoEndTurnSeconds: between(0.5, 10),
  speechEnhancementLevel: between(0, 1),
})

/** One of the four providers' sets of options (ElevenLabs V1 and V2, Cartesia Sonic-3, Fish Audio). */
export const voiceGenerationOptions = z.union([
  z.strictObject({
    stability: between(0, 1),
    similarityBoost: between(0, 1),
    speed: between(0.7, 1.2),
  }),
  z.strictObject({
    stability: between(0, 1),
    similarityBoost: between(0, 1),
    style: between(0, 1),
    useSpeakerBoost: z.boolean().optional(),
    speed: between(0.7, 1.2),
    model: z.string().optional(),
  }),
  z.strictObject({
    volume: between(0.5, 2),
    speed: between(0.6, 1.5),
    emotion: z.enum(['neutral', 'calm', 'angry', 'content', 'sad', 'scared']).optional(),
  }),
  z.strictObject({ volume: between(0.5, 2), speed: between(0.5, 2) }),
])
