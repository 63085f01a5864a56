import type { Voice } from '../speech/synthesiser'
import { CREATED_AT } from './avatars'
import { stableId } from './stable-id'

type Provider = 'CARTESIA' | 'ELEVENLABS' | 'FISH_AUDIO'

interface VoiceEntry extends Voice {
  name: string
  gender: 'FEMALE' | 'MALE'
  country: string
  about: string
  provider: Provider
}

const slt = { flite: 'slt', gender: 'FEMALE' } as const
const rms = { flite: 'rms', gender: 'MALE' } as const
const awb = { flite: 'awb', gender: 'MALE' } as const
const kal = { flite: 'kal16', gender: 'MALE' } as const
const [cartesia, elevenLabs, fish] = ['CARTESIA', 'ELEVENLABS', 'FISH_AUDIO'] as const

// Flite cannot change the pitch of `rms`.
/** `[name, speaker, pace, pitch, country, provider, about]`: the first three speak in voices of their own. */
const VOICES: VoiceEntry[] = (
  [
    ['Clara', slt, 1, 1, 'US', cartesia, 'Clear and even.'],
    ['Robert', rms, 1, 1, 'US', cartesia, 'Calm and deep.'],
    ['Alan', awb, 1.05, 1, 'GB', cartesia, 'Scottish, unhurried.'],
    ['Giulia', slt, 1.15, 0.92, 'IT', elevenLabs, 'Warm, slow.'],
    ['Lucia', slt, 0.92, 1.12, 'IT', elevenLabs, 'Bright and quick.'],
    ['Margaret', slt, 1.2, 0.84, 'GB', fish, 'Older, calm.'],
    ['Paola', slt, 0.88, 1.06, 'ES', elevenLabs, 'Lively.'],
    ['Ingrid', slt, 1.06, 0.96, 'DE', cartesia, 'Matter-of-fact.'],
    ['Pierre', awb, 1.12, 0.9, 'FR', elevenLabs, 'Soft-spoken.'],
    ['Hugo', kal, 0.9, 1.12, 'ES', fish, 'Fast and dry.'],
    ['Ravi', awb, 0.95, 1.1, 'IN', cartesia, 'Friendly, light.'],
    ['Bruno', awb, 1.2, 0.72, 'PT', fish, 'Very deep, very slow.'],
  ] as const
).map(([name, speaker, stretch, pitch, country, provider, about]) => ({
  ...speaker,
  name,
  stretch,
  pitch,
  country,
  provider,
  about,
}))

// Three were here before the others came, and are kept in saved personas by the ids they had.
const idOf = ({ name, flite, pitch }: VoiceEntry) =>
  stableId(pitch === 1 ? `voice ${flite}` : `voice ${name}`)

const byId = new Map(VOICES.map((voice) => [idOf(voice), voice]))

export const isVoice = (id: string) => byId.has(id)

/** How a voice is synthesised, or undefined. */
export const findVoice = (id: string): Voice | undefined => byId.get(id)

/** What a voice says to be chosen; undefined for one that does not exist. */
export function sampleText(id: string): string | undefined {
  const voice = byId.get(id)
  return voice && `Hello, I am ${voice.name}. This is how I sound.`
}

/** The catalogue in the vendor's shape; samples are served by this server at `baseUrl`. */
export function listVoices(baseUrl: string) {
  return [...byId].map(([id, { flite, name, gender, country, about, provider }]) => {
    const sampleUrl = `${baseUrl}/samples/${id}.wav`
    return {
      id,
      displayName: name,
      provider,
      providerVoiceId: flite,
      providerModelId: 'flite-2.3',
      sampleUrl,
      previewSampleUrl: sampleUrl,
      gender,
      country,
      description: about,
      displayTags: ['local'],
      isZdr: true,
      createdByOrganizationId: null,
      createdAt: CREATED_AT,
      updatedAt: CREATED_AT,
    }
  })
}
