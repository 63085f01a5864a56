import type {
  AvatarModel,
  CatalogueAvatar,
  CatalogueLlm,
  CatalogueVoice,
  VoiceControls,
} from '../vendor'
import { languageNamed } from './language-named'
import type { Avatar, Llm, Voice } from './schema'

/** An avatar as the app knows it. */
export function avatarOf(avatar: Avatar, isOneShot: boolean): CatalogueAvatar {
  const { activeVersion, availableVersions } = avatar
  const versions = [...(activeVersion ? [activeVersion] : []), ...(availableVersions ?? [])]
  return {
    id: avatar.id,
    name: avatar.displayName,
    variant: avatar.variantName ?? undefined,
    about: avatar.description ?? undefined,
    // Cropped as the video is, so the step from picture to first frame does not jump.
    pictureUrl: avatar.landscapeImageUrl ?? avatar.imageUrl ?? undefined,
    source: isOneShot ? 'one-shot' : avatar.createdByOrganizationId ? 'own' : 'stock',
    models: [...new Set(versions)].map(modelOf),
    tags: avatar.displayTags ?? [],
  }
}

/** Only Cara 4 follows director notes (`directorNotes` of the OpenAPI). */
const modelOf = (id: string): AvatarModel => ({
  id,
  name: id.replace(/^cara-(\d+)(-latest)?$/, (_, version, latest) =>
    latest ? `Cara ${version}, preview` : `Cara ${version}`,
  ),
  takesDirectorNotes: id.startsWith('cara-4'),
})

/** A voice as the app knows it. */
export const voiceOf = (voice: Voice): CatalogueVoice => ({
  id: voice.id,
  name: voice.displayName,
  about: voice.description ?? undefined,
  gender: genderOf(voice),
  country: voice.country ?? undefined,
  language: languageNamed(voice.displayTags ?? []) ?? languageOf(voice.country),
  sampleUrl: voice.sampleUrl ?? voice.previewSampleUrl ?? undefined,
  controls: controlsOf(voice.provider),
  tags: voice.displayTags ?? [],
})

/** A language model as the app knows it. */
export const llmOf = (llm: Llm): CatalogueLlm => ({
  id: llm.id,
  name: llm.displayName,
  about: llm.description ?? undefined,
})

function genderOf({ gender }: Voice): CatalogueVoice['gender'] {
  if (gender === 'FEMALE') return 'female'
  if (gender === 'MALE') return 'male'
  return gender === 'NEUTRAL' ? 'neutral' : undefined
}

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

/** Anam tells the country of an accent, not its language: the one most people there speak. */
function languageOf(country: string | null | undefined): string | undefined {
  if (!country || !/^[A-Za-z]{2}$/.test(country)) return undefined
  // Of a country that there is not, `maximize` says English.
  if (!countries.of(country.toUpperCase())) return undefined
  return new Intl.Locale('und', { region: country.toUpperCase() }).maximize().language
}

/** `voiceGenerationOptions` of the OpenAPI: a closed set for each provider, with its own ranges. */
function controlsOf(provider: string | null | undefined): VoiceControls {
  switch (provider) {
    case 'ELEVENLABS':
      return {
        speed: { min: 0.7, max: 1.2 },
        stability: true,
        similarityBoost: true,
        style: true,
        useSpeakerBoost: true,
      }
    case 'CARTESIA':
      return { speed: { min: 0.6, max: 1.5 }, volume: { min: 0.5, max: 2 }, emotion: true }
    case 'FISH_AUDIO':
      return { speed: { min: 0.5, max: 2 }, volume: { min: 0.5, max: 2 } }
    default:
      return {}
  }
}
