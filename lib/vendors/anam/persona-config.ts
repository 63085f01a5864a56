import 'server-only'
import type { Cast } from '@/lib/personas/casting'
import type { Persona } from '@/lib/personas/persona'
import { spokenPrompt } from '@/lib/personas/prompt'

/** A persona made up for one session, in Anam's words. */
export interface PersonaConfig {
  name: string
  avatarId: string
  voiceId: string
  llmId: string
  systemPrompt: string
  /** The vendor ends the session by itself after this many seconds. */
  maxSessionLengthSeconds: number
  skipGreeting: boolean
  initialMessage?: string
  languageCode?: string
}

/**
 * `maxSeconds` is how long the session may last; `goesOn` tells that it carries on a conversation
 * whose connection was lost, so that greeting again would be odd.
 */
export function personaConfig(
  persona: Persona,
  cast: Cast,
  { maxSeconds, goesOn }: { maxSeconds: number; goesOn: boolean },
): PersonaConfig {
  const greeting = goesOn ? null : persona.greeting
  return {
    name: persona.name,
    avatarId: cast.avatarId,
    voiceId: cast.voiceId,
    llmId: cast.llmId,
    systemPrompt: spokenPrompt(persona),
    maxSessionLengthSeconds: maxSeconds,
    // Without either, Anam would let the language model make a greeting up.
    skipGreeting: greeting === null,
    ...(greeting !== null && { initialMessage: greeting }),
    // Left out, Anam recognises any language; given, it expects only that one.
    ...(persona.language !== null && { languageCode: persona.language }),
  }
}
