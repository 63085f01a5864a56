import 'server-only'
import type { Persona } from '@/lib/personas/persona'
import { instructionsFor } from './instructions'
import { type SwaramTool, swaramTools } from './tools'

/** What a token is minted for [doc]. `model` stands beside the session, not in it as OpenAI has it. */
export interface VoiceConfig {
  model: string
  session: {
    instructions: string
    voice: 'mal-female' | 'mal-male'
    tools: SwaramTool[]
    /** Never `required`, with which it calls tools for ever (reference A6). */
    tool_choice: 'auto'
    turn_detection: 'default'
  }
}

interface Session {
  model: string
  /** The whole prompt, with everything the persona is told. */
  prompt: string
  /** It carries on a conversation whose connection was lost. */
  goesOn: boolean
}

/** A persona as Swaram can play it: by one of two voices. */
export const voiceConfig = (persona: Persona, { model, ...talk }: Session): VoiceConfig => ({
  model,
  session: {
    instructions: instructionsFor(persona, talk),
    voice: persona.casting.gender === 'male' ? 'mal-male' : 'mal-female',
    tools: swaramTools(persona.tools),
    tool_choice: 'auto',
    turn_detection: 'default',
  },
})
