import type { ClientTool } from '../brain/brain'
import { avatarName } from '../catalogue/avatars'
import { findLlm, type Manner } from '../catalogue/llms'
import { findVoice } from '../catalogue/voices'
import type { AvatarName } from '../face/avatars'
import type { Voice } from '../speech/synthesiser'
import type { SessionTokenRequest } from '../token/token-request'
import { type VideoSize, videoSize } from '../token/video-size'

/** What a session needs of the token's configuration, with every default filled in. */
export interface SessionSettings {
  personaName: string
  systemPrompt: string
  avatar: AvatarName
  voice: Voice
  /** Undefined: the page itself says what is spoken. */
  manner: Manner | undefined
  modelName: string
  size: VideoSize
  clientTools: ClientTool[]
  skipGreeting: boolean
  uninterruptibleGreeting: boolean
  initialMessage: string | null
  endOfSpeechSensitivity: number
  /** 0: never. */
  silenceBeforeEndSeconds: number
  maxSeconds: number | undefined
  /** What the page may change while the session runs, as it stands now. */
  configurable: Record<string, unknown>
}

const PACE_OF_SPEED = (speed: number | undefined) => 1 / (speed ?? 1)

/** Reads a validated request. Throws when it names what the catalogue does not have. */
export function sessionSettings({
  personaConfig,
  sessionOptions,
}: SessionTokenRequest): SessionSettings {
  if (!('avatarId' in personaConfig)) throw new Error('Persona not found')
  const { avatarId, voiceId, llmId, name, systemPrompt, avatarModel = 'cara-3' } = personaConfig
  const avatar = avatarName(avatarId)
  const voice = findVoice(voiceId)
  const size = videoSize(avatarModel, sessionOptions?.videoWidth, sessionOptions?.videoHeight)
  if (!avatar || !voice || !size) throw new Error('Persona configuration is not available')
  const llm = findLlm(llmId)
  const detection = personaConfig.voiceDetectionOptions
  const generation = personaConfig.voiceGenerationOptions
  return {
    personaName: name ?? 'Persona',
    systemPrompt: systemPrompt ?? '',
    avatar,
    voice: { ...voice, stretch: voice.stretch * PACE_OF_SPEED(generation?.speed) },
    manner: llm?.manner,
    modelName: llm?.name ?? '',
    size,
    clientTools: (personaConfig.tools ?? [])
      .filter(({ type }) => type === 'client')
      .map(({ name, description = '', parameters = {}, awaitResult, toolTimeoutSeconds = 10 }) => ({
        name,
        description,
        parameters,
        waitSeconds: awaitResult ? toolTimeoutSeconds : 0,
      })),
    skipGreeting: personaConfig.skipGreeting ?? false,
    uninterruptibleGreeting: personaConfig.uninterruptibleGreeting ?? false,
    initialMessage: personaConfig.initialMessage ?? null,
    endOfSpeechSensitivity: detection?.endOfSpeechSensitivity ?? 0.5,
    silenceBeforeEndSeconds: detection?.silenceBeforeSessionEndSeconds ?? 0,
    maxSeconds: personaConfig.maxSessionLengthSeconds,
    configurable: {
      languageCode: personaConfig.languageCode,
      voiceDetectionOptions: detection,
      voiceGenerationOptions: generation,
    },
  }
}
