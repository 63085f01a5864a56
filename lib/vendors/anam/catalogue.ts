import 'server-only'
import { env } from '@/lib/env'
import { remembered } from '../remembered'
import type { Catalogue } from '../vendor'
import { type AnamApi, anamApi } from './api'
import type { Avatar, Voice } from './schema'

const minute = 60_000

const catalogues = new Map<string, () => Promise<Catalogue>>()

/** The account's catalogue, remembered for ten minutes. Throws a `Problem` when none was ever read. */
export async function catalogue(): Promise<Catalogue> {
  const { ANAM_API_URL, ANAM_API_KEY } = env()
  const api = anamApi()
  const account = `${ANAM_API_URL} ${ANAM_API_KEY}`
  const read =
    catalogues.get(account) ??
    remembered(() => readCatalogue(api), { freshMs: 10 * minute, failedMs: 3_000 })
  catalogues.set(account, read)
  return read()
}

/** Reads the three lists at once; the first hundred of each are plenty to choose from. */
async function readCatalogue(api: AnamApi): Promise<Catalogue> {
  const [avatars, voices, llms] = await Promise.all([
    api.listAvatars(),
    api.listVoices(),
    api.listLlms(),
  ])
  return {
    avatars: stockFirst(avatars).map((avatar) => ({
      id: avatar.id,
      name: avatar.displayName,
      // Cropped as the video is, so the step from picture to first frame does not jump.
      pictureUrl: avatar.landscapeImageUrl ?? avatar.imageUrl ?? undefined,
    })),
    voices: voices.map((voice) => ({
      id: voice.id,
      name: voice.displayName,
      gender: gender(voice),
    })),
    llms: llms
      .toSorted((a, b) => Number(b.isDefault ?? false) - Number(a.isDefault ?? false))
      .map((llm) => ({ id: llm.id, name: llm.displayName })),
  }
}

const stockFirst = (avatars: Avatar[]) =>
  avatars.toSorted(
    (a, b) =>
      Number(Boolean(a.createdByOrganizationId)) - Number(Boolean(b.createdByOrganizationId)),
  )

function gender(voice: Voice) {
  if (voice.gender === 'FEMALE') return 'female'
  return voice.gender === 'MALE' ? 'male' : undefined
}
