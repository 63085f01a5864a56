import { describe, expect, test } from 'vitest'
import type { Catalogue, CatalogueVoice } from '@/lib/vendors/vendor'
import { blankContent } from './blank'
import { castAvatar, castPersona } from './casting'
import { personaContent } from './persona'
import { presets } from './presets'

const catalogue = (faces: number, genders: CatalogueVoice['gender'][]): Catalogue => ({
  avatars: Array.from({ length: faces }, (_, n) => ({
    id: `face-${n}`,
    name: `Face ${n}`,
    variant: undefined,
    about: undefined,
    pictureUrl: undefined,
    source: 'stock',
    models: [],
  })),
  voices: genders.map((gender, n) => ({
    id: `voice-${n}`,
    name: `Voice ${n}`,
    about: undefined,
    gender,
    country: undefined,
    language: undefined,
    sampleUrl: undefined,
    controls: {},
  })),
  llms: [
    { id: 'default', name: 'Default', about: undefined },
    { id: 'other', name: 'Other', about: undefined },
  ],
})

const castAll = (from: Catalogue) => presets.map((preset) => castPersona(preset, from))

test('six personas, each with its own face and room, three lines to begin with, and valid', () => {
  expect(presets.map(({ id }) => id)).toEqual(['mira', 'jonas', 'amara', 'kenji', 'ines', 'omar'])
  expect(new Set(presets.map(({ room }) => room)).size).toBe(6)
  for (const { id, isPreset: _, ...content } of presets) {
    expect(personaContent.safeParse(content).error, id).toBeUndefined()
    expect(content.openingLines).toHaveLength(3)
  }
})

test('a rich catalogue gives everybody a face and a voice of their own, of their gender', () => {
  const rich = catalogue(8, ['male', 'female', 'female', 'male', undefined, 'female', 'male'])
  const casts = castAll(rich)
  expect(casts.map(({ avatarId }) => avatarId)).toEqual([0, 1, 2, 3, 4, 5].map((n) => `face-${n}`))
  expect(casts.map(({ voiceId }) => voiceId)).toEqual([1, 0, 2, 3, 5, 6].map((n) => `voice-${n}`))
  expect(new Set(casts.map(({ llmId }) => llmId))).toEqual(new Set(['default']))
})

test('a poor catalogue still casts everybody', () => {
  expect(castAll(catalogue(1, [undefined]))).toMatchObject(
    Array(6).fill({ avatarId: 'face-0', voiceId: 'voice-0', llmId: 'default' }),
  )
})

test('an empty catalogue is the vendor’s error', () => {
  const [mira] = presets
  if (!mira) throw new Error('There are presets')
  expect(() => castPersona(mira, catalogue(0, []))).toThrow('vendor_error')
  expect(castAvatar(mira, catalogue(0, []))).toBeUndefined()
})

describe('who plays a persona', () => {
  const rich = catalogue(8, ['male', 'female', 'female'])
  const blank = { avatarId: null, voiceId: null, llmId: null, casting: blankContent.casting }
  const liked = { avatarId: 'face-5', voiceId: 'voice-2', llmId: 'other' }

  test('is its own choice first, even one that the catalogue has lost', () => {
    const chosen = { ...blank, avatarId: 'gone', voiceId: 'voice-0', llmId: 'mine' }
    const cast = castPersona(chosen, rich, liked)
    expect(cast).toMatchObject({ avatarId: 'gone', voiceId: 'voice-0', llmId: 'mine' })
    expect(cast.avatar).toBeUndefined()
  })

  test('is what the visitor prefers where it has no choice of its own', () => {
    expect(castPersona(blank, rich, liked)).toMatchObject(liked)
  })

  test('is nobody that the catalogue has lost because a visitor once preferred them', () => {
    const lost = { avatarId: 'gone', voiceId: 'gone', llmId: 'gone' }
    expect(castPersona(blank, rich, lost)).toMatchObject({
      avatarId: 'face-0',
      voiceId: 'voice-1',
      llmId: 'default',
    })
  })
})
