import { after } from 'next/server'
import { z } from 'zod'
import { readScene } from '@/lib/contexts/scene'
import { db } from '@/lib/db/client'
import { route } from '@/lib/http/route'
import { issue } from '@/lib/ledger/issue'
import { limitsFor } from '@/lib/ledger/limits-for'
import { checkCatalogue } from '@/lib/personas/check-catalogue'
import { findDefaultPersona, findPersona } from '@/lib/personas/find-persona'
import { readOwner } from '@/lib/personas/owner'
import { personaId } from '@/lib/personas/persona-id'
import { buildPersonalizedPrompt } from '@/lib/personas/prompt'
import { anamApi } from '@/lib/vendors/anam/api'
import { grantSession } from '@/lib/vendors/anam/grant'
import { stopSessions } from '@/lib/vendors/stop-sessions'

/** Seconds: the vendor's whole budget, and stopping what had expired. */
export const maxDuration = 60

const body = z.strictObject({
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

export const POST = route({ body }, async ({ request, identity, body, timing }) => {
  // Before a place is reserved: without a key there is nothing to reserve it for.
  anamApi()
  const { userId, email } = identity
  const scene = readScene(body.context, body.metadata)
  const open = await db()
  const { persona, owner } = await timing.measure('persona', async () => {
    const owner = await readOwner(open, userId)
    const persona = body.personaId
      ? await findPersona(open, { userId, personaId: body.personaId, draft: body.draft })
      : await findDefaultPersona(open, userId, owner.defaultPersonaId)
    // A draft was never checked, and the catalogue may have lost what was saved long ago.
    await checkCatalogue(persona)
    return { owner, persona }
  })
  const limits = limitsFor(identity)
  const longest = persona.maxSessionSeconds ?? limits.sessionSeconds
  const talk = {
    persona,
    preferences: owner.profile,
    prompt: buildPersonalizedPrompt({ persona, scene, visitor: { profile: owner.profile, email } }),
  }
  const grant = await issue(open, {
    user: identity,
    vendor: 'anam',
    persona,
    context: scene.context,
    limits: { ...limits, sessionSeconds: Math.min(longest, limits.sessionSeconds) },
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
    mint: ({ session, goesOn }) => grantSession(talk, { ...session, goesOn }, request.signal),
  })
  return Response.json(grant)
})
