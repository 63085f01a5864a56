import { expect, test } from 'vitest'
import type { Catalogue } from '@/lib/vendors/vendor'
import { castAvatar, castPersona } from './casting'
import { personaContent } from './persona'
import { presets } from './presets'

const catalogue = (faces: number, genders: ('female' | 'male' | undefined)[]): Catalogue => ({
  avatars: Array.from({ length: faces }, (_, n) => ({
    id: `face-${n}`,
    name: `Face ${n}`,
    pictureUrl: undefined,
  })),
  voices: genders.map((gender, n) => ({ id: `voice-${n}`, name: `Voice ${n}`, gender })),
  llms: [
    { id: 'default', name: 'Default' },
    { id: 'other', name: 'Other' },
  ],
})

const castAll = (from: Catalogue) => presets.map((preset) => castPersona(preset, from))

test('six personas, each with its own face and room, three lines to begin with, and valid', () => {
  expect(presets.map(({ id }) => id)).toEqual(['mira', 'jonas', 'amara', 'kenji', 'ines', 'omar'])
  expect(new Set(presets.map(({ room }) => room)).size).toBe(6)
  for (const { id, ...content } of presets) {
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
  expect(castAll(catalogue(1, [undefined]))).toEqual(
    Array(6).fill({ avatarId: 'face-0', voiceId: 'voice-0', llmId: 'default' }),
  )
})

test('an empty catalogue is the vendor’s error', () => {
  const [mira] = presets
  if (!mira) throw new Error('There are presets')
  expect(() => castPersona(mira, catalogue(0, []))).toThrow('vendor_error')
  expect(castAvatar(mira, catalogue(0, []))).toBeUndefined()
})

test('a chosen cast is taken as it is', () => {
  const cast = { kind: 'chosen', avatarId: 'a', voiceId: 'v', llmId: 'l' } as const
  expect(castPersona({ cast }, catalogue(0, []))).toEqual({
    avatarId: 'a',
    voiceId: 'v',
    llmId: 'l',
  })
})
