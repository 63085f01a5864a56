import type { Voice } from '../speech/synthesiser'
import { CREATED_AT } from './avatars'
import { stableId } from './stable-id'

interface VoiceEntry extends Voice {
  name: string
  gender: 'FEMALE' | 'MALE'
  country: string
  about: string
}

const VOICES: VoiceEntry[] = [
  {
    flite: 'slt',
    stretch: 1,
    name: 'Clara',
    gender: 'FEMALE',
    country: 'US',
    about: 'Clear and even.',
  },
  {
    flite: 'rms',
    stretch: 1,
    name: 'Robert',
    gender: 'MALE',
    country: 'US',
    about: 'Calm and deep.',
  },
  {
    flite: 'awb',
    stretch: 1.05,
    name: 'Alan',
    gender: 'MALE',
    country: 'GB',
    about: 'Scottish, unhurried.',
  },
]

const byId = new Map(VOICES.map((voice) => [stableId(`voice ${voice.flite}`), voice]))

export const isVoice = (id: string) => byId.has(id)

/** How a voice is synthesised, or undefined. */
export const findVoice = (id: string): Voice | undefined => byId.get(id)

/** The catalogue in the vendor's shape. */
export function listVoices() {
  return [...byId].map(([id, { flite, name, gender, country, about }]) => ({
    id,
    displayName: name,
    provider: 'CARTESIA' as const,
    providerVoiceId: flite,
    providerModelId: 'flite-2.3',
    sampleUrl: null,
    previewSampleUrl: null,
    gender,
    country,
    description: `${about} Synthesised on this machine.`,
    displayTags: ['local'],
    isZdr: true,
    createdByOrganizationId: null,
    createdAt: CREATED_AT,
    updatedAt: CREATED_AT,
  }))
}
