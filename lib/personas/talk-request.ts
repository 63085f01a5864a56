import 'server-only'
import { after } from 'next/server'
import { z } from 'zod'
import type { Identity } from '@/lib/auth/identity'
import { readScene } from '@/lib/contexts/scene'
import { db } from '@/lib/db/client'
import type { Timing } from '@/lib/http/server-timing'
import { issue } from '@/lib/ledger/issue'
import { limitsFor } from '@/lib/ledger/limits-for'
import type { RecordedConfig } from '@/lib/ledger/session-config'
import { chatSeconds } from '@/lib/ledger/text-session'
import { stopSessions } from '@/lib/vendors/stop-sessions'
import { findDefaultPersona, findPersona } from './find-persona'
import { readOwner } from './owner'
import type { Persona } from './persona'
import { personaId } from './persona-id'
import type { Profile } from './profile'
import { buildPersonalizedPrompt } from './prompt'

/** What a browser asks for to talk with somebody, seen or only heard. */
export const talkRequest = z.strictObject({
  personaId: personaId.optional(),
  /** The persona as its owner is writing it, before it is saved. */
  draft: z.boolean().optional(),
  /** The caller's session whose connection was lost: this one carries it on. */
  continues: z.uuid('Not the id of a session.').optional(),
  /** End whatever the caller has open elsewhere. */
  takeOver: z.boolean().optional(),
  /** What the talk is about, and what the persona has to know for it: lib/contexts. */
  context: z.string().max(100).optional(),
  metadata: z.record(z.string().max(40), z.unknown()).optional(),
})

interface Call {
  request: Request
  identity: Identity
  body: z.output<typeof talkRequest>
  timing: Timing
}

/** Who talks with whom. */
export interface Talk {
  persona: Persona
  preferences: Profile
  /** The whole prompt, with everything the persona is told. */
  prompt: string
}

/** The place that is held for it. */
export interface TalkPlace {
  id: string
  /** How long it may last. */
  maxSeconds: number
  /** It carries on a conversation whose connection was lost. */
  goesOn: boolean
}

interface How<Grant> {
  /** By its id. */
  vendor: string
  /** As the ledger keeps it; `face` when left out. */
  medium?: 'voice' | 'text'
  /** Throws `invalid_request` where the vendor does not have what the persona names. */
  check?: (persona: Persona) => Promise<void>
  /** Asks the vendor; answers what the browser is given, and what the ledger keeps. */
  mint: (
    talk: Talk,
    place: TalkPlace,
    signal: AbortSignal,
  ) => Promise<{ grant: Grant; config: RecordedConfig }>
}

/**
 * Holds a place for a talk within the limits and has it granted by a vendor. Throws a `Problem`,
 * and leaves no place held then.
 */
export async function grantTalk<Grant>(
  { request, identity, body, timing }: Call,
  { vendor, medium, check, mint }: How<Grant>,
): Promise<Grant> {
  const { userId, email } = identity
  const scene = readScene(body.context, body.metadata)
  const open = await db()
  const { persona, owner } = await timing.measure('persona', async () => {
    const owner = await readOwner(open, userId)
    const persona = body.personaId
      ? await findPersona(open, { userId, personaId: body.personaId, draft: body.draft })
      : await findDefaultPersona(open, userId, owner.defaultPersonaId)
    await check?.(persona)
    return { owner, persona }
  })
  const limits = limitsFor(identity)
  const longest = Math.min(persona.maxSessionSeconds ?? Infinity, limits.sessionSeconds)
  const talk = {
    persona,
    preferences: owner.profile,
    prompt: buildPersonalizedPrompt({
      persona,
      scene,
      visitor: { profile: owner.profile, email },
      manner: medium === 'text' ? 'written' : 'spoken',
    }),
  }
  return issue(open, {
    user: identity,
    vendor,
    ...(medium && { medium }),
    persona,
    context: scene.context,
    limits: { ...limits, sessionSeconds: medium === 'text' ? chatSeconds : longest },
    replaces: { continues: body.continues, takeOver: body.takeOver },
    signal: request.signal,
    timing,
    onLeftovers: (leftovers) => after(() => stopSessions(leftovers)),
    onReplaced(replaced) {
      const stopping = stopSessions(replaced)
      // It may last longer than the response does.
      after(() => stopping)
      return stopping
    },
    mint: ({ session, goesOn }) => mint(talk, { ...session, goesOn }, request.signal),
  })
}
