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
    signal: request.signal,
    timing,
    onLeftovers: (leftovers) => after(() => stopSessions(leftovers)),
    mint: (session) => grantSession(persona, session, request.signal),
  })
  return Response.json(grant)
})
