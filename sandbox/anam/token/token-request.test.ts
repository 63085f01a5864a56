import { describe, expect, test } from 'vitest'
import { CLIENT_SIDE_LLM } from '../catalogue/llms'
import { PERSONA } from '../testing/anam-under-test'
import { sessionTokenRequest } from './token-request'

const parse = (personaConfig: unknown, rest: Record<string, unknown> = {}) =>
  sessionTokenRequest.safeParse({ personaConfig, ...rest }).success
const tool = { type: 'client', name: 'open_calendar' }

describe('a session token request is accepted', () => {
  test.each<[string, unknown, Record<string, unknown>?]>([
    ['with an ephemeral persona', PERSONA],
    ['with a label', PERSONA, { clientLabel: 'abc' }],
    ['with a client-side language model', { ...PERSONA, llmId: CLIENT_SIDE_LLM }],
    ['without a greeting of its own', { ...PERSONA, initialMessage: null }],
    [
      'with a tool that is waited for',
      { ...PERSONA, tools: [{ ...tool, awaitResult: true, toolTimeoutSeconds: 600 }] },
    ],
    ['with a tool', { ...PERSONA, tools: [{ ...tool, parameters: { type: 'object' } }] }],
    [
      'with a webhook',
      { ...PERSONA, tools: [{ ...tool, type: 'server', subtype: 'webhook', url: 'x' }] },
    ],
    [
      'with replay off',
      PERSONA,
      { sessionOptions: { sessionReplay: { enableSessionReplay: false } } },
    ],
    ['with the size of cara-3', PERSONA, { sessionOptions: { videoWidth: 720, videoHeight: 480 } }],
    [
      'with the upright size of cara-4',
      { ...PERSONA, avatarModel: 'cara-4' },
      { sessionOptions: { videoWidth: 768, videoHeight: 1152 } },
    ],
    [
      'with options of a voice',
      { ...PERSONA, voiceGenerationOptions: { speed: 1.5, emotion: 'calm' } },
    ],
    [
      'with director notes',
      { ...PERSONA, directorNotes: { presetStyle: 'warm', expressivity: 1 } },
    ],
  ])('%s', (_, persona, rest) => {
    expect(parse(persona, rest)).toBe(true)
  })
})

describe('a session token request is refused', () => {
  test.each<[string, unknown, Record<string, unknown>?]>([
    ['without a persona', undefined],
    ['with an empty persona', {}],
    ['with a persona of both kinds', { ...PERSONA, personaId: 'x' }],
    [
      'with a stored persona that does not exist',
      { personaId: '00000000-0000-4000-8000-000000000000' },
    ],
    ['with an unknown avatar', { ...PERSONA, avatarId: '071b0286-4cce-4808-bee2-e642f1062de3' }],
    ['with an unknown voice', { ...PERSONA, voiceId: 'x' }],
    ['with an unknown language model', { ...PERSONA, llmId: 'x' }],
    ['with an unknown avatar model', { ...PERSONA, avatarModel: 'cara-2' }],
    ['with an unknown key', { ...PERSONA, prompt: 'x' }],
    ['with an unknown key at the top', PERSONA, { label: 'x' }],
    ['with a number as a name', { ...PERSONA, name: 1 }],
    ['with a length below zero', { ...PERSONA, maxSessionLengthSeconds: -1 }],
    ['with a length as text', { ...PERSONA, maxSessionLengthSeconds: '60' }],
    ['with a language that is no code', { ...PERSONA, languageCode: 'english' }],
    [
      'with too much sensitivity',
      { ...PERSONA, voiceDetectionOptions: { endOfSpeechSensitivity: 1.1 } },
    ],
    [
      'with silence beyond two hours',
      { ...PERSONA, voiceDetectionOptions: { silenceBeforeSessionEndSeconds: 7_201 } },
    ],
    [
      'with a turn ended too soon',
      { ...PERSONA, voiceDetectionOptions: { silenceBeforeAutoEndTurnSeconds: 0.4 } },
    ],
    [
      'with a voice too fast for any provider',
      { ...PERSONA, voiceGenerationOptions: { speed: 2.1 } },
    ],
    [
      'with options of two providers',
      { ...PERSONA, voiceGenerationOptions: { stability: 0.5, volume: 1 } },
    ],
    [
      'with two director styles',
      { ...PERSONA, directorNotes: { presetStyle: 'warm', customStylePrompt: 'x' } },
    ],
    [
      'with a style prompt that is too long',
      { ...PERSONA, directorNotes: { customStylePrompt: 'x'.repeat(2_001) } },
    ],
    ['with a tool without a name', { ...PERSONA, tools: [{ type: 'client' }] }],
    [
      'with a timeout of a tool that nobody waits for',
      { ...PERSONA, tools: [{ ...tool, toolTimeoutSeconds: 10 }] },
    ],
    [
      'with a tool that takes longer than is allowed',
      { ...PERSONA, tools: [{ ...tool, awaitResult: true, toolTimeoutSeconds: 601 }] },
    ],
    ['with a tool of no kind', { ...PERSONA, tools: [{ name: 'x' }] }],
    [
      'with a description that is too long',
      { ...PERSONA, tools: [{ ...tool, description: 'x'.repeat(1_025) }] },
    ],
    [
      'with parameters beyond 10 000 bytes',
      { ...PERSONA, tools: [{ ...tool, parameters: { x: 'é'.repeat(5_000) } }] },
    ],
    ['with a server tool of no subtype', { ...PERSONA, tools: [{ ...tool, type: 'server' }] }],
    [
      'with a tool id that does not exist',
      { ...PERSONA, toolIds: ['00000000-0000-4000-8000-000000000000'] },
    ],
    ['with a width alone', PERSONA, { sessionOptions: { videoWidth: 720 } }],
    [
      'with a size of another model',
      PERSONA,
      { sessionOptions: { videoWidth: 1152, videoHeight: 768 } },
    ],
    ['with an unknown quality', PERSONA, { sessionOptions: { videoQuality: 'low' } }],
  ])('%s', (_, persona, rest) => {
    expect(parse(persona, rest)).toBe(false)
  })
})
