import { describe, expect, test } from 'vitest'
import { blankContent } from '@/lib/personas/blank'
import type { Cast } from '@/lib/personas/casting'
import type { Persona } from '@/lib/personas/persona'
import type { CatalogueAvatar, CatalogueVoice } from '../vendor'
import { personaConfig } from './persona-config'

const persona: Persona = {
  ...blankContent,
  id: 'p',
  isPreset: false,
  name: 'Ada',
  systemPrompt: 'You explain engines.',
  greeting: { kind: 'said', text: 'Hello.', uninterruptible: false },
}
const first = { maxSeconds: 90, goesOn: false, prompt: 'Everything it is told.' }
const cast: Cast = { avatarId: 'a', voiceId: 'v', llmId: 'l', avatar: undefined, voice: undefined }
const voice = (controls: CatalogueVoice['controls']): CatalogueVoice => ({
  id: 'v',
  name: 'Vera',
  about: undefined,
  gender: 'female',
  country: undefined,
  language: undefined,
  sampleUrl: undefined,
  controls,
})
const avatar: CatalogueAvatar = {
  id: 'a',
  name: 'Ava',
  variant: undefined,
  about: undefined,
  pictureUrl: undefined,
  source: 'stock',
  models: [
    { id: 'cara-3', name: 'Cara 3', takesDirectorNotes: false },
    { id: 'cara-4', name: 'Cara 4', takesDirectorNotes: true },
  ],
}

describe('what Anam is sent of a persona', () => {
  test('is its cast, its limit and the whole prompt', () => {
    expect(personaConfig(persona, cast, first)).toEqual({
      name: 'Ada',
      avatarId: 'a',
      voiceId: 'v',
      llmId: 'l',
      systemPrompt: 'Everything it is told.',
      maxSessionLengthSeconds: 90,
      skipGreeting: false,
      initialMessage: 'Hello.',
    })
  })

  test('is a greeting that was written, one that is made up, or none', () => {
    const greeted = (greeting: Persona['greeting']) =>
      personaConfig({ ...persona, greeting }, cast, first)
    expect(greeted({ kind: 'said', text: 'Hi.', uninterruptible: true })).toMatchObject({
      skipGreeting: false,
      initialMessage: 'Hi.',
      uninterruptibleGreeting: true,
    })
    const made = greeted({ kind: 'improvised', uninterruptible: false })
    expect(made.skipGreeting).toBe(false)
    expect(made).not.toHaveProperty('initialMessage')
    expect(greeted({ kind: 'none' })).toMatchObject({ skipGreeting: true })
  })

  test('is no second greeting where a conversation goes on', () => {
    const config = personaConfig(persona, cast, { ...first, goesOn: true })
    expect(config.skipGreeting).toBe(true)
    expect(config).not.toHaveProperty('initialMessage')
  })

  test('is the one language it listens for, if there is one', () => {
    expect(personaConfig({ ...persona, language: 'it' }, cast, first).languageCode).toBe('it')
    expect(personaConfig(persona, cast, first)).not.toHaveProperty('languageCode')
  })

  test('is only what its voice knows, within the range of that voice', () => {
    const spoken: Persona = {
      ...persona,
      voiceGeneration: { speed: 2, stability: 0.4, emotion: 'calm', useSpeakerBoost: false },
    }
    const options = (controls: CatalogueVoice['controls']) =>
      personaConfig(spoken, { ...cast, voice: voice(controls) }, first).voiceGenerationOptions
    expect(options({ speed: { min: 0.7, max: 1.2 }, stability: true })).toEqual({
      speed: 1.2,
      stability: 0.4,
    })
    expect(options({ speed: { min: 0.6, max: 1.5 }, emotion: true })).toEqual({
      speed: 1.5,
      emotion: 'calm',
    })
    expect(options({})).toBeUndefined()
    expect(personaConfig(spoken, cast, first)).not.toHaveProperty('voiceGenerationOptions')
  })

  test('is director notes only for a model that follows them', () => {
    const played: Persona = {
      ...persona,
      directorNotes: { style: { kind: 'preset', name: 'warm' }, expressivity: 0.7 },
    }
    const notes = (avatarModel: string | null) =>
      personaConfig({ ...played, avatarModel }, { ...cast, avatar }, first).directorNotes
    expect(notes('cara-4')).toEqual({ presetStyle: 'warm', expressivity: 0.7 })
    expect(notes('cara-3')).toBeUndefined()
    expect(notes(null)).toBeUndefined()
  })

  test('is no model that its face cannot be rendered with', () => {
    const asked = (avatarModel: string, face: Cast['avatar']) =>
      personaConfig({ ...persona, avatarModel }, { ...cast, avatar: face }, first).avatarModel
    expect(asked('cara-4', avatar)).toBe('cara-4')
    expect(asked('cara-9', avatar)).toBeUndefined()
    // Nobody can tell.
    expect(asked('cara-9', undefined)).toBe('cara-9')
    expect(asked('cara-9', { ...avatar, models: [] })).toBe('cara-9')
  })

  test('is the tools it was given, and none otherwise', () => {
    const given: Persona = { ...persona, tools: ['set_timer', 'show_card'] }
    expect(personaConfig(given, cast, first).tools?.map(({ name }) => name)).toEqual([
      'set_timer',
      'show_card',
    ])
    expect(personaConfig(persona, cast, first)).not.toHaveProperty('tools')
  })

  test('is when a turn ends, where the persona says so', () => {
    const voiceDetection = { endOfSpeechSensitivity: 0.2, silenceBeforeSkipTurnSeconds: 0 }
    expect(personaConfig({ ...persona, voiceDetection }, cast, first)).toMatchObject({
      voiceDetectionOptions: voiceDetection,
    })
  })

  test('is only a mouth where another service thinks', () => {
    const thinking: Persona = {
      ...persona,
      brain: 'acme',
      llmId: 'l',
      tools: ['set_timer'],
      directorNotes: { expressivity: 0.7 },
      avatarModel: 'cara-4',
    }
    expect(personaConfig(thinking, { ...cast, avatar }, first)).toEqual({
      name: 'Ada',
      avatarId: 'a',
      avatarModel: 'cara-4',
      voiceId: 'v',
      llmId: 'CUSTOMER_CLIENT_V1',
      maxSessionLengthSeconds: 90,
      skipGreeting: true,
    })
  })
})
