import 'server-only'
import { decodeJwt } from 'jose'
import type { GrantedBrain } from '@/lib/conversation/brain-grant'
import { Problem } from '@/lib/http/problem'
import type { RecordedConfig } from '@/lib/ledger/session-config'
import { castPersona, type Preferences } from '@/lib/personas/casting'
import type { Persona } from '@/lib/personas/persona'
import { type AnamApi, anamApi } from './api'
import { catalogue } from './catalogue'
import { anamEnvironment } from './environment'
import { clientSideLlm, personaConfig } from './persona-config'
import type { SessionGrant } from './session-grant'

interface Talk {
  persona: Persona
  preferences: Preferences
  /** The whole prompt, with everything the persona is told. */
  prompt: string
}

/**
 * Casts the persona and mints the token that lets a browser talk to it; answers besides what Anam
 * was sent, for the ledger. Throws a `Problem`
 * (`vendor_…`), or the signal's reason when the browser has left.
 */
export async function grantSession(
  { persona, preferences, prompt }: Talk,
  session: { id: string; maxSeconds: number; goesOn: boolean },
  signal: AbortSignal,
): Promise<{ grant: SessionGrant; config: RecordedConfig }> {
  const { ANAM_API_URL, ANAM_SESSION_REPLAY } = anamEnvironment.read()
  const api = anamApi()
  const cast = castPersona(withoutModel(persona), await catalogue(), preferences)
  const sent = personaConfig(persona, cast, { ...session, prompt })
  const request = {
    clientLabel: session.id,
    personaConfig: sent,
    // Anam records every session unless told not to.
    sessionOptions: { sessionReplay: { enableSessionReplay: ANAM_SESSION_REPLAY } },
  }
  const sessionToken = await api
    .mintSessionToken(request, signal)
    .catch((error: unknown) => withWait(api, error))
  const grant = {
    sessionToken,
    sessionId: session.id,
    apiBaseUrl: ANAM_API_URL,
    expiresAt: new Date(expiry(sessionToken)).toISOString(),
    maxSessionSeconds: session.maxSeconds,
    ...(persona.brain !== null && {
      brain: { vendor: persona.brain, greeting: greetingOf(persona, session) },
    }),
  }
  const config: RecordedConfig = {
    persona: persona.isPreset ? 'preset' : 'own',
    // Anam is not told who thinks instead; whoever reads the ledger is.
    sent: { ...sent, ...(persona.brain !== null && { brain: persona.brain }) },
  }
  return { grant, config }
}

/** Whatever language model it names, another service thinks: Anam must not, too. */
const withoutModel = (persona: Persona): Persona =>
  persona.brain === null ? persona : { ...persona, llmId: clientSideLlm }

/** Said by the browser: what Anam does with a greeting of its own is documented for its models only. */
function greetingOf(
  { greeting }: Persona,
  { goesOn }: { goesOn: boolean },
): GrantedBrain['greeting'] {
  if (goesOn) return { kind: 'none' }
  return greeting.kind === 'said' ? { kind: 'said', text: greeting.text } : { kind: greeting.kind }
}

/** Adds how long to wait for a free line, when Anam is full and did not say. */
async function withWait(api: AnamApi, error: unknown): Promise<never> {
  if (!(error instanceof Problem) || error.code !== 'vendor_busy' || error.retryAfter) throw error
  const now = await api.concurrency().catch(() => undefined)
  if (!now?.estimatedWaitSeconds) throw error
  throw new Problem('vendor_busy', { retryAfter: now.estimatedWaitSeconds, cause: error.cause })
}

/** Documented as an hour; the token itself knows better. Milliseconds since 1970. */
function expiry(token: string): number {
  try {
    const { exp } = decodeJwt(token)
    if (exp) return exp * 1_000
  } catch {
    // Not ours to judge: the browser will find out.
  }
  return Date.now() + 3_600_000
}
