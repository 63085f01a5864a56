import 'server-only'
import { log } from '@/lib/http/log'
import { Problem } from '@/lib/http/problem'
import { remembered } from '../remembered'
import { anumaAccount, listCuratedModels } from './api'
import { anumaEnvironment } from './environment'
import type { CuratedModel } from './schema'

const readers = new Map<string, () => Promise<CuratedModel[]>>()

/** The models that Anuma recommends, a quarter of an hour old at most. Throws a `Problem`. */
function curated(): Promise<CuratedModel[]> {
  const { baseUrl } = anumaAccount()
  const read =
    readers.get(baseUrl) ??
    remembered(() => listCuratedModels(baseUrl), { freshMs: 15 * 60_000, failedMs: 15_000 })
  readers.set(baseUrl, read)
  return read()
}

const chats = ({ active, retired, category }: CuratedModel) =>
  active !== false && !retired && (category ?? 'text') === 'text'

/** The first that Anuma features among those that every account may use, if any. */
export function openModel(models: readonly CuratedModel[]): string | undefined {
  const open = models.filter((model) => chats(model) && !model.required_tier)
  return (open.find(({ featured }) => featured) ?? open[0])?.id
}

/**
 * The model that answers: the one of the environment, else the one that Anuma recommends. Throws `vendor_not_configured` where there is none.
 */
export async function chatModel(): Promise<string> {
  const { ANUMA_MODEL: model } = anumaEnvironment.read()
  if (model) {
    // Nobody waits for that, and the vendor has the last word.
    warnOfUnknown(model)
    return model
  }
  const chosen = openModel(await curated())
  if (chosen) return chosen
  throw new Problem('vendor_not_configured', { detail: 'Set ANUMA_MODEL to chat with Anuma.' })
}

const warned = new Set<string>()

/** Once for each model: most that the vendor does not recommend cannot be had (reference B8). */
function warnOfUnknown(model: string) {
  if (warned.has(model)) return
  warned.add(model)
  curated().then(
    (models) => {
      const known = models.find(({ id }) => id === model)
      if (known && chats(known)) return
      log('warn', 'anuma', { code: 'model', reason: 'ANUMA_MODEL is not among the curated models' })
    },
    () => warned.delete(model),
  )
}
