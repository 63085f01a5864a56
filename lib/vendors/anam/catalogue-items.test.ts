import { describe, expect, test } from 'vitest'
import { avatarOf, voiceOf } from './catalogue-items'

const voice = { id: 'v', displayName: 'Vera' }

describe('an avatar', () => {
  test('names the model used by default first, each once, and which take director notes', () => {
    const { models } = avatarOf(
      {
        id: 'a',
        displayName: 'Ada',
        availableVersions: ['cara-3', 'cara-4', 'cara-4-latest'],
        activeVersion: 'cara-4',
      },
      false,
    )
    expect(models).toEqual([
      { id: 'cara-4', name: 'Cara 4', takesDirectorNotes: true },
      { id: 'cara-3', name: 'Cara 3', takesDirectorNotes: false },
      { id: 'cara-4-latest', name: 'Cara 4, preview', takesDirectorNotes: true },
    ])
  })

  test('of which little is told is taken all the same', () => {
    expect(avatarOf({ id: 'a', displayName: 'Ada' }, false)).toEqual({
      id: 'a',
      name: 'Ada',
      variant: undefined,
      about: undefined,
      pictureUrl: undefined,
      source: 'stock',
      models: [],
      tags: [],
    })
  })
})

describe('a voice', () => {
  test.each([
    ['GB', 'en'],
    ['it', 'it'],
    ['BR', 'pt'],
    ['JP', 'ja'],
    ['XX', undefined],
    ['Italy', undefined],
    [null, undefined],
  ])('of %s speaks %s', (country, language) => {
    expect(voiceOf({ ...voice, country }).language).toBe(language)
  })

  test('speaks the language that a tag names rather than its country’s', () => {
    const displayTags = ['warm', 'Catalan']
    expect(voiceOf({ ...voice, country: 'ES', displayTags }).language).toBe('ca')
  })

  test('is heard by its sample, under either name', () => {
    const previewSampleUrl = 'https://vendor.example/old.mp3'
    expect(voiceOf({ ...voice, previewSampleUrl }).sampleUrl).toBe(previewSampleUrl)
  })

  test.each([
    ['ELEVENLABS', ['similarityBoost', 'speed', 'stability', 'style', 'useSpeakerBoost']],
    ['CARTESIA', ['emotion', 'speed', 'volume']],
    ['FISH_AUDIO', ['speed', 'volume']],
    ['OPENAI_ADVANCED_VOICE', []],
    [null, []],
  ])('of %s can be set by %j', (provider, controls) => {
    expect(Object.keys(voiceOf({ ...voice, provider }).controls).toSorted()).toEqual(controls)
  })
})
