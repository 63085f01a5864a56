import 'server-only'
import { faceCatalogue } from './registry'
import type { Catalogue } from './vendor'

/** Longest that anybody waits for it, in ms. A later visit finds it remembered. */
const patienceMs = 1_500

/** The catalogue, or undefined where the vendor is slow, away or not configured. Never fails. */
export async function catalogueIfQuick(): Promise<Catalogue | undefined> {
  let timer: NodeJS.Timeout | undefined
  const impatience = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMs, undefined)
  })
  try {
    return await Promise.race([faceCatalogue(), impatience])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
