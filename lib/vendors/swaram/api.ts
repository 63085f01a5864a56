import 'server-only'
import { describeError, log } from '@/lib/http/log'
import { Problem } from '@/lib/http/problem'
import { FetchFailure, retryingFetch } from '@/lib/http/retrying-fetch'
import { swaramEnvironment } from './environment'
import { problemOf, problemOfFailure } from './problems'
import { mintedSecret } from './schema'
import type { VoiceConfig } from './session-config'

/** Somebody waits with a finger on the button. A token that is not used costs nothing. */
const policy = { attempts: 2, attemptMs: 5_000, totalMs: 10_000, backoffMs: 400 }

/** Where an answer does not say when its token ends: "a minute or so" [doc]. Seconds. */
const assumedSeconds = 60

export interface SwaramAccount {
  baseUrl: string
  apiKey: string
}

/** A token for a browser. */
export interface Secret {
  value: string
  /** Unix seconds. */
  expiresAt: number
}

export type SwaramApi = ReturnType<typeof createSwaramApi>

/**
 * Swaram's REST API as far as it is used. Throws a `Problem` (`vendor_…`), or the signal's reason
 * when the caller gave up. The key and Swaram's own words go no further than here.
 */
export function createSwaramApi({ baseUrl, apiKey }: SwaramAccount) {
  return {
    /** Mints a token that a browser can connect with, for exactly these settings. */
    async mintSecret(config: VoiceConfig, signal?: AbortSignal): Promise<Secret> {
      const asked = Date.now()
      const response = await retryingFetch(
        `${baseUrl}/v1/realtime/client_secrets`,
        {
          method: 'POST',
          headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
          body: JSON.stringify(config),
          signal: signal ?? null,
          // A redirect could carry the key to another host.
          redirect: 'error',
        },
        policy,
      ).catch((error: unknown) => {
        if (error instanceof FetchFailure) throw noted(problemOfFailure(error))
        throw error
      })
      if (response.status < 200 || response.status > 299) throw noted(problemOf(response))
      const { data } = mintedSecret.safeParse(json(response.text))
      if (!data) {
        throw noted(new Problem('vendor_error', { cause: new Error('Unexpected answer') }))
      }
      const expiresAt = data.expires_at ?? Math.floor(asked / 1_000) + assumedSeconds
      return { value: data.value, expiresAt }
    },
  }
}

/** Operators need to see that it was Swaram and what kind of trouble it is. */
function noted(problem: Problem): Problem {
  const { cause } = problem
  log('warn', 'swaram', {
    code: problem.code,
    reason: cause instanceof Error ? cause.message : undefined,
    ...(cause instanceof FetchFailure && { errorCode: describeError(cause.cause).errorCode }),
  })
  return problem
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The API with the account of the environment. Throws `vendor_not_configured` without one. */
export function swaramApi(): SwaramApi {
  const { SWARAM_API_KEY: apiKey, SWARAM_API_URL: baseUrl } = swaramEnvironment.read()
  if (apiKey) return createSwaramApi({ baseUrl, apiKey })
  throw new Problem('vendor_not_configured', { detail: 'Set SWARAM_API_KEY to talk by voice.' })
}
