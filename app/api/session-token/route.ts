import { after } from 'next/server'
import { z } from 'zod'
import { db } from '@/lib/db/client'
import { route } from '@/lib/http/route'
import { issue } from '@/lib/ledger/issue'
import { limitsFor } from '@/lib/ledger/limits-for'
import { findPersona } from '@/lib/personas/store'
import { anamApi } from '@/lib/vendors/anam/api'
import { grantSession } from '@/lib/vendors/anam/grant'
import { stopSessions } from '@/lib/vendors/stop-sessions'

/** Seconds: the vendor's whole budget, and stopping what had expired. */
export const maxDuration = 60

const scalar = z.union([z.string().max(200), z.number(), z.boolean()])

const body = z.strictObject({
  personaId: z
    .string()
    .regex(/^[\w-]{1,100}$/, 'Not the id of a persona.')
    .optional(),
  /** The caller's session whose connection was lost: this one carries it on. */
  continues: z.uuid('Not the id of a session.').optional(),
  /** End whatever the caller has open elsewhere. */
  takeOver: z.boolean().optional(),
  context: z.literal('default', 'The only context is "default".').optional(),
  metadata: z
    .record(z.string().max(40), scalar)
    .refine((value) => Object.keys(value).length <= 10, 'At most 10 entries.')
    .optional(),
})

export const POST = route({ body }, async ({ request, identity, body, timing }) => {
  // Before a place is reserved: without a key there is nothing to reserve it for.
  anamApi()
  const persona = await findPersona(db, identity.userId, body.personaId)
  const grant = await issue(await db(), {
    user: identity,
    vendor: 'anam',
    persona,
    limits: limitsFor(identity),
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
    mint: ({ session, goesOn }) => grantSession(persona, { ...session, goesOn }, request.signal),
  })
  return Response.json(grant)
})
