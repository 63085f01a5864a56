import 'server-only'
import { Problem } from '@/lib/http/problem'
import { FetchFailure, retryingFetch } from '@/lib/http/retrying-fetch'
import { anumaEnvironment } from './environment'
import { noted, problemOf } from './problems'
import { type CuratedModel, curatedModels } from './schema'

export interface AnumaAccount {
  baseUrl: string
  apiKey: string
}

/** The account of the environment. Throws `vendor_not_configured` without one. */
export function anumaAccount(): AnumaAccount {
  const { ANUMA_API_KEY: apiKey, ANUMA_API_URL: baseUrl } = anumaEnvironment.read()
  if (apiKey) return { baseUrl, apiKey }
  throw new Problem('vendor_not_configured', { detail: 'Set ANUMA_API_KEY to chat with Anuma.' })
}

const curatedPath = '/api/v1/curated-models'

/** The models that Anuma recommends; of its long list most are not to be had (reference B8). */
export async function listCuratedModels(baseUrl: string): Promise<CuratedModel[]> {
  const response = await retryingFetch(
    `${baseUrl}${curatedPath}`,
    // Public: the key stays at home.
    { redirect: 'error' },
    { attempts: 2, attemptMs: 4_000, totalMs: 6_000, backoffMs: 200 },
  ).catch((cause: unknown) => {
    const isLate = cause instanceof FetchFailure && cause.reason === 'timeout'
    throw noted(curatedPath, new Problem(isLate ? 'vendor_timeout' : 'vendor_error', { cause }))
  })
  if (response.status !== 200) throw noted(curatedPath, problemOf(response))
  const parsed = curatedModels.safeParse(json(response.text))
  if (parsed.success) return parsed.data.models
  throw noted(curatedPath, new Problem('vendor_error', { cause: new Error('Unexpected answer') }))
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
