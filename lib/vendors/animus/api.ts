import 'server-only'
import { decodeJwt } from 'jose'
import { describeError, log } from '@/lib/http/log'
import { Problem } from '@/lib/http/problem'
import { FetchFailure, retryingFetch, type TextResponse } from '@/lib/http/retrying-fetch'
import { animusEnvironment } from './environment'
import { problemOf, problemOfFailure } from './problems'
import { type GeneratedToken, generatedToken } from './schema'

export interface AnimusAccount {
  baseUrl: string
  apiKey: string
}

/** A token for a browser. */
export interface AnimusToken extends GeneratedToken {
  /** When it stops working, in milliseconds since 1970. */
  expiresAt: number
}

export type AnimusApi = ReturnType<typeof createAnimusApi>

/** Milliseconds, for everything: somebody waits, and a second try may be billed. */
const patienceMs = 5_000

const path = '/auth/generate-token'

/** What a gateway says to a method that it does not route. */
const isWrongMethod = (status: number) => status === 404 || status === 405 || status === 501

/**
 * Animus' authentication as far as it is used. Throws a `Problem` (`vendor_…`), or the signal's
 * reason when the caller gave up. The key and Animus' own words go no further than here.
 */
export function createAnimusApi({ baseUrl, apiKey }: AnimusAccount) {
  // The documents post, the vendor's own example server gets (reference C2): the first that works stays.
  let method: 'POST' | 'GET' | undefined

  const ask = (way: 'POST' | 'GET', ms: number, signal: AbortSignal | undefined) =>
    retryingFetch(
      `${baseUrl}${path}`,
      {
        method: way,
        headers: { apikey: apiKey, Accept: 'application/json' },
        signal: signal ?? null,
        // A redirect could carry the key to another host.
        redirect: 'error',
      },
      { attempts: 1, attemptMs: ms, totalMs: ms, backoffMs: 0 },
    )

  async function answer(signal: AbortSignal | undefined): Promise<TextResponse> {
    const deadline = performance.now() + patienceMs
    const way = method ?? 'POST'
    const first = await ask(way, patienceMs, signal)
    if (!isWrongMethod(first.status)) {
      if (first.status < 300) method = way
      return first
    }
    const other = way === 'POST' ? 'GET' : 'POST'
    const second = await ask(other, Math.max(1, deadline - performance.now()), signal)
    if (second.status < 300) method = other
    return second
  }

  return {
    /**
     * A token that lets a browser use the account's chat until it expires: it names neither user nor
     * model nor prompt.
     */
    async generateToken(signal?: AbortSignal): Promise<AnimusToken> {
      const response = await answer(signal).catch((error: unknown) => {
        if (error instanceof FetchFailure) throw noted(path, problemOfFailure(error))
        throw error
      })
      if (response.status < 200 || response.status > 299) throw noted(path, problemOf(response))
      const generated = generatedToken.safeParse(json(response.text))
      const expiresAt = generated.success ? expiryOf(generated.data.token) : undefined
      if (generated.success && expiresAt) return { ...generated.data, expiresAt }
      throw noted(path, new Problem('vendor_error', { cause: new Error('Unexpected answer') }))
    },
  }
}

/** Read, not verified: only Animus has the key. Undefined where the token is of no use any more. */
function expiryOf(token: string): number | undefined {
  try {
    const at = (decodeJwt(token).exp ?? 0) * 1_000
    // Beyond what a date can be, it is no time at all.
    return at > Date.now() && at < 8.64e15 ? at : undefined
  } catch {
    return undefined
  }
}

/** Operators need to see that it was Animus and what kind of trouble it is. */
export function noted(path: string, problem: Problem): Problem {
  log('warn', 'animus', {
    path,
    code: problem.code,
    reason: problem.cause instanceof Error ? problem.cause.message : undefined,
    ...(problem.cause instanceof FetchFailure && {
      errorCode: describeError(problem.cause.cause).errorCode,
    }),
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

const apis = new Map<string, AnimusApi>()

/** The account of the environment. Throws `vendor_not_configured` without one. */
export function animusAccount(): AnimusAccount & { model: string } {
  const { ANIMUS_API_KEY: apiKey, ANIMUS_API_URL: baseUrl, ANIMUS_MODEL } = animusEnvironment.read()
  if (apiKey) return { baseUrl, apiKey, model: ANIMUS_MODEL }
  throw new Problem('vendor_not_configured', { detail: 'Set ANIMUS_API_KEY to chat with Animus.' })
}

/** The API with that account, for tokens. Throws also where this site gives browsers none. */
export function animusApi(): AnimusApi {
  if (animusEnvironment.read().ANIMUS_THROUGH_SERVER) {
    throw new Problem('vendor_not_configured', { detail: 'Browsers are given no tokens here.' })
  }
  const { baseUrl, apiKey } = animusAccount()
  const name = `${baseUrl} ${apiKey}`
  const api = apis.get(name) ?? createAnimusApi({ baseUrl, apiKey })
  apis.set(name, api)
  return api
}
