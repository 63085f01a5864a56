import { describe, expect, test } from 'vitest'
import type { Persona } from '@/lib/personas/persona'
import { personaConfig } from './persona-config'

const persona: Persona = {
  id: 'p',
  name: 'Ada',
  tagline: '',
  language: null,
  systemPrompt: 'You explain engines.',
  greeting: 'Hello.',
  cast: { kind: 'stock', avatar: 0, gender: 'female', voice: 0 },
  room: 'ink',
  openingLines: [],
}
const first = { maxSeconds: 90, goesOn: false }
const cast = { avatarId: 'a', voiceId: 'v', llmId: 'l' }

describe('personaConfig', () => {
  test('carries cast, limit and prompt', () => {
    const config = personaConfig(persona, cast, first)
    expect(config).toMatchObject({ ...cast, name: 'Ada', maxSessionLengthSeconds: 90 })
    expect(config.systemPrompt).toContain('You explain engines.')
    expect(config.systemPrompt).toContain('Your name is Ada.')
  })

  test('greets with the persona’s words, or not at all', () => {
    expect(personaConfig(persona, cast, first)).toMatchObject({
      skipGreeting: false,
      initialMessage: 'Hello.',
    })
    const silent = personaConfig({ ...persona, greeting: null }, cast, first)
    expect(silent.skipGreeting).toBe(true)
    expect(silent).not.toHaveProperty('initialMessage')
  })

  test('does not greet again where a conversation goes on', () => {
    const config = personaConfig(persona, cast, { ...first, goesOn: true })
    expect(config.skipGreeting).toBe(true)
    expect(config).not.toHaveProperty('initialMessage')
  })

  test('listens for one language only when the persona has one', () => {
    expect(personaConfig({ ...persona, language: 'it' }, cast, first).languageCode).toBe('it')
    expect(personaConfig(persona, cast, first)).not.toHaveProperty('languageCode')
  })
})
