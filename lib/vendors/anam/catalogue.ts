import 'server-only'
import { env } from '@/lib/env'
import { remembered } from '../remembered'
import type { Catalogue } from '../vendor'
import { type AnamApi, anamApi } from './api'
import { avatarOf, llmOf, voiceOf } from './catalogue-items'
import type { Avatar, Llm } from './schema'

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

/**
 * Reads the lists at once. Which avatars were made from one picture only another list tells: not
 * worth failing for.
 */
async function readCatalogue(api: AnamApi): Promise<Catalogue> {
  const [avatars, voices, llms, oneShots] = await Promise.all([
    api.listAvatars(),
    api.listVoices(),
    api.listLlms(),
    api.listOneShotAvatars().catch(() => []),
  ])
  const oneShotIds = new Set(oneShots.map(({ id }) => id))
  return {
    avatars: stockFirst(avatars).map((avatar) => avatarOf(avatar, oneShotIds.has(avatar.id))),
    voices: voices.map(voiceOf),
    llms: defaultFirst(llms).map(llmOf),
  }
}

const stockFirst = (avatars: Avatar[]) =>
  avatars.toSorted(
    (a, b) =>
      Number(Boolean(a.createdByOrganizationId)) - Number(Boolean(b.createdByOrganizationId)),
  )

const defaultFirst = (llms: Llm[]) =>
  llms.toSorted((a, b) => Number(b.isDefault ?? false) - Number(a.isDefault ?? false))
