import 'server-only'
import { remembered } from '../remembered'
import type { Catalogue } from '../vendor'
import { type AnamApi, anamApi } from './api'
import { avatarOf, llmOf, voiceOf } from './catalogue-items'
import { anamEnvironment } from './environment'
import { clientSideLlm } from './persona-config'
import type { Avatar, Llm } from './schema'

const minute = 60_000

const readers = new Map<string, () => Promise<Catalogue>>()

/**
 * The account's catalogue, each list remembered for ten minutes. A list that cannot be read is as
 * it was read last, or empty; throws a `Problem` when none was ever read.
 */
export async function catalogue(): Promise<Catalogue> {
  const { ANAM_API_URL, ANAM_API_KEY } = anamEnvironment.read()
  const api = anamApi()
  const account = `${ANAM_API_URL} ${ANAM_API_KEY}`
  const read = readers.get(account) ?? catalogueReader(api)
  readers.set(account, read)
  return read()
}

type Lists = Pick<AnamApi, 'listAvatars' | 'listOneShotAvatars' | 'listVoices' | 'listLlms'>

/** Remembers each list for itself, so that one that fails does not take the others with it. */
export function catalogueReader(api: Lists): () => Promise<Catalogue> {
  const keep = <T>(load: () => Promise<T[]>) =>
    remembered(load, { freshMs: 10 * minute, failedMs: 3_000 })
  const lists = {
    avatars: keep(api.listAvatars),
    oneShots: keep(api.listOneShotAvatars),
    voices: keep(api.listVoices),
    llms: keep(api.listLlms),
  }
  return async () => {
    const [avatars, voices, llms, oneShots] = await Promise.allSettled([
      lists.avatars(),
      lists.voices(),
      lists.llms(),
      lists.oneShots(),
    ])
    const failed = [avatars, voices, llms].flatMap((list) =>
      list.status === 'rejected' ? [list.reason] : [],
    )
    if (failed.length === 3) throw failed[0]
    const oneShotIds = new Set(found(oneShots).map(({ id }) => id))
    return {
      avatars: stockFirst(found(avatars)).map((avatar) =>
        avatarOf(avatar, oneShotIds.has(avatar.id)),
      ),
      voices: found(voices).map(voiceOf),
      // Chosen as a model, it would leave the persona without a word to say.
      llms: defaultFirst(found(llms).filter(({ id }) => id !== clientSideLlm)).map(llmOf),
    }
  }
}

/** Each once: what moves on while pages are read would stand on two of them. */
const found = <T extends { id: string }>(list: PromiseSettledResult<T[]>): T[] =>
  list.status === 'fulfilled'
    ? [...new Map(list.value.map((item) => [item.id, item])).values()]
    : []

const stockFirst = (avatars: Avatar[]) =>
  avatars.toSorted(
    (a, b) =>
      Number(Boolean(a.createdByOrganizationId)) - Number(Boolean(b.createdByOrganizationId)),
  )

const defaultFirst = (llms: Llm[]) =>
  llms.toSorted((a, b) => Number(b.isDefault ?? false) - Number(a.isDefault ?? false))
