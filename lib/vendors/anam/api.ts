import 'server-only'
import { z } from 'zod'
import { describeError, log } from '@/lib/http/log'
import { Problem } from '@/lib/http/problem'
import { FetchFailure, type RetryPolicy, retryingFetch } from '@/lib/http/retrying-fetch'
import { anamEnvironment } from './environment'
import type { PersonaConfig } from './persona-config'
import { problemOf, problemOfFailure } from './problems'
import { avatar, concurrency, llm, mintedToken, pageOf, vendorSession, voice } from './schema'

/** Somebody waits with a finger on the button. */
const whileSomebodyWaits = { attempts: 3, attemptMs: 5_000, totalMs: 10_000, backoffMs: 400 }
/** Nobody waits, and giving up leaves a session that is billed. */
const inTheBackground = { attempts: 5, attemptMs: 5_000, totalMs: 20_000, backoffMs: 500 }
/** Only to tell how long to wait: not worth waiting for. */
const asAnAside = { attempts: 1, attemptMs: 1_000, totalMs: 1_000, backoffMs: 0 }

/** Of a hundred each: more than anybody looks through. */
const mostPages = 20
const pagesAtOnce = 4

interface Call<T extends z.ZodType> {
  path: string
  answer: T
  policy: RetryPolicy
  body?: unknown
  method?: 'POST'
  signal?: AbortSignal | undefined
}

export interface AnamAccount {
  baseUrl: string
  apiKey: string
}

export type AnamApi = ReturnType<typeof createAnamApi>

/**
 * Anam's REST API as far as it is used. Every method throws a `Problem` (`vendor_…`), or the
 * signal's reason when the caller gave up. The key and Anam's own words go no further than here.
 */
export function createAnamApi({ baseUrl, apiKey }: AnamAccount) {
  async function send<T extends z.ZodType>(call: Call<T>): Promise<z.output<T> | undefined> {
    const response = await retryingFetch(
      `${baseUrl}${call.path}`,
      {
        method: call.method ?? 'GET',
        headers: {
          Authorization: `Bearer ${apiKey}`,
          ...(call.body !== undefined && { 'Content-Type': 'application/json' }),
        },
        body: call.body === undefined ? undefined : JSON.stringify(call.body),
        signal: call.signal,
        // A redirect could carry the key to another host.
        redirect: 'error',
      },
      call.policy,
    ).catch((error: unknown) => {
      if (error instanceof FetchFailure) throw noted(call.path, problemOfFailure(error))
      throw error
    })
    if (response.status === 404) return undefined
    if (response.status < 200 || response.status > 299) throw noted(call.path, problemOf(response))
    const parsed = call.answer.safeParse(json(response.text))
    if (parsed.success) return parsed.data
    throw noted(call.path, new Problem('vendor_error', { cause: new Error('Unexpected answer') }))
  }

  async function need<T extends z.ZodType>(call: Call<T>): Promise<z.output<T>> {
    const answer = await send(call)
    if (answer !== undefined) return answer
    throw noted(call.path, new Problem('vendor_error', { cause: new Error('Anam answered 404') }))
  }

  /** All of a list; the pages after the first are read a few at a time. */
  async function all<T extends z.ZodType>(path: string, item: T): Promise<z.output<T>[]> {
    const page = (number: number) =>
      need({
        path: `${path}${path.includes('?') ? '&' : '?'}page=${number}&perPage=100`,
        answer: pageOf(item),
        policy: whileSomebodyWaits,
      })
    const first = await page(1)
    const last = Math.min(first.meta?.lastPage ?? 1, mostPages)
    if (last < (first.meta?.lastPage ?? 1)) log('warn', 'anam', { path, code: 'list_cut_short' })
    const found = [...first.data]
    for (let next = 2; next <= last; next += pagesAtOnce) {
      const numbers = Array.from(
        { length: Math.min(pagesAtOnce, last - next + 1) },
        (_, n) => next + n,
      )
      for (const { data } of await Promise.all(numbers.map(page))) found.push(...data)
    }
    return found
  }

  return {
    /** Mints a token for the browser: valid for an hour, for one session of exactly this persona. */
    async mintSessionToken(request: MintRequest, signal?: AbortSignal): Promise<string> {
      const path = '/v1/auth/session-token'
      const { sessionToken } = await need({
        path,
        answer: mintedToken,
        policy: whileSomebodyWaits,
        method: 'POST',
        body: request,
        signal,
      })
      return sessionToken
    },

    listAvatars: () => all('/v1/avatars', avatar),
    /** Only those made from one picture. */
    listOneShotAvatars: () => all('/v1/avatars?onlyOneShot=true', avatar),
    listVoices: () => all('/v1/voices', voice),
    listLlms: () => all('/v1/llms?includeDefaults=true', llm),

    /** One session, or undefined when Anam does not know it. */
    getSession: (id: string) =>
      send({
        path: `/v1/sessions/${encodeURIComponent(id)}`,
        answer: vendorSession,
        policy: inTheBackground,
      }),

    listSessions: (page: number) =>
      need({
        path: `/v1/sessions?page=${page}&perPage=100`,
        answer: pageOf(vendorSession),
        policy: inTheBackground,
      }),

    /** Ends a session at once; one that is gone already is fine. */
    async stopSession(id: string): Promise<void> {
      await send({
        path: `/v1/sessions/${encodeURIComponent(id)}/stop`,
        answer: z.unknown(),
        policy: inTheBackground,
        method: 'POST',
      })
    },

    /** Whether another session could begin now, and Anam's guess of the wait in whole seconds. */
    concurrency: () =>
      need({ path: '/v1/sessions/concurrency', answer: concurrency, policy: asAnAside }),
  }
}

export interface MintRequest {
  clientLabel: string
  personaConfig: PersonaConfig
  sessionOptions?: { sessionReplay: { enableSessionReplay: boolean } }
}

/** Operators need to see that it was Anam and what kind of trouble it is. */
function noted(path: string, problem: Problem): Problem {
  log('warn', 'anam', {
    path: path.replace(/\?.*/, '').replace(/[0-9a-f-]{36}/, '[id]'),
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
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return undefined
  }
}

const apis = new Map<string, AnamApi>()

/** The API with the account of the environment. Throws `vendor_not_configured` without one. */
export function anamApi(): AnamApi {
  const { ANAM_API_KEY: apiKey, ANAM_API_URL: baseUrl } = anamEnvironment.read()
  if (!apiKey) {
    throw new Problem('vendor_not_configured', { detail: 'Set ANAM_API_KEY to talk face to face.' })
  }
  const name = `${baseUrl} ${apiKey}`
  const api = apis.get(name) ?? createAnamApi({ baseUrl, apiKey })
  apis.set(name, api)
  return api
}
