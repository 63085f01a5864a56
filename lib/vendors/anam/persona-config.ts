import 'server-only'
import type { Cast } from '@/lib/personas/casting'
import type { Persona } from '@/lib/personas/persona'
import { directorNotes, modelFor, voiceGeneration } from './performance'
import { type AnamTool, anamTools } from './tools'

/**
 * Turns Anam's language model off (`llmId` of its OpenAPI): the persona listens, and says only what it
 * is told to. Accounts list it as a model with the name "Disable LLM".
 */
export const clientSideLlm = 'CUSTOMER_CLIENT_V1'

/** A persona made up for one session, in Anam's words (`personaConfig` of its OpenAPI). */
export interface PersonaConfig {
  name: string
  avatarId: string
  avatarModel?: string
  voiceId: string
  llmId: string
  systemPrompt?: string
  /** The vendor ends the session by itself after this many seconds. */
  maxSessionLengthSeconds: number
  skipGreeting: boolean
  uninterruptibleGreeting?: true
  initialMessage?: string
  languageCode?: string
  voiceDetectionOptions?: Persona['voiceDetection']
  voiceGenerationOptions?: Record<string, number | string | boolean>
  directorNotes?: Record<string, number | string>
  tools?: AnamTool[]
}

interface Session {
  /** How long it may last. */
  maxSeconds: number
  /** It carries on a conversation whose connection was lost: greeting again would be odd. */
  goesOn: boolean
  /** The whole prompt, with everything the persona is told. */
  prompt: string
}

/** What is sent of a persona, played by `cast`, for one session. */
export function personaConfig(
  persona: Persona,
  cast: Cast,
  { maxSeconds, goesOn, prompt }: Session,
): PersonaConfig {
  const { language, voiceDetection } = persona
  const avatarModel = modelFor(persona, cast.avatar)
  const voice = voiceGeneration(persona.voiceGeneration, cast.voice)
  // Another service thinks: Anam is told nothing that only a language model has a use for.
  const isMouth = persona.brain !== null
  const notes = isMouth ? {} : directorNotes(persona, cast.avatar)
  return {
    name: persona.name,
    avatarId: cast.avatarId,
    ...(avatarModel !== null && { avatarModel }),
    voiceId: cast.voiceId,
    ...(isMouth ? { llmId: clientSideLlm } : { llmId: cast.llmId, systemPrompt: prompt }),
    maxSessionLengthSeconds: maxSeconds,
    ...greeting(goesOn || isMouth ? { kind: 'none' } : persona.greeting),
    // Left out, Anam recognises any language; given, it expects only that one.
    ...(language !== null && { languageCode: language }),
    ...(hasKeys(voiceDetection) && { voiceDetectionOptions: voiceDetection }),
    ...(hasKeys(voice) && { voiceGenerationOptions: voice }),
    ...(hasKeys(notes) && { directorNotes: notes }),
    ...(!isMouth && persona.tools.length > 0 && { tools: anamTools(persona.tools) }),
  }
}

const hasKeys = (options: object) => Object.keys(options).length > 0

function greeting(greeting: Persona['greeting']) {
  if (greeting.kind === 'none') return { skipGreeting: true }
  return {
    skipGreeting: false,
    ...(greeting.uninterruptible && { uninterruptibleGreeting: true as const }),
    // Without it Anam lets the language model make a greeting up.
    ...(greeting.kind === 'said' && { initialMessage: greeting.text }),
  }
}
