import { z } from 'zod'
import { db } from '@/lib/db/client'
import { route } from '@/lib/http/route'
import { findPersona } from '@/lib/personas/find-persona'
import { saveDefaultPersona } from '@/lib/personas/owner'
import { personaId } from '@/lib/personas/persona-id'

const body = z.strictObject({ personaId })

/** Who is there when somebody comes to talk without saying with whom. */
export const PUT = route({ body }, async ({ identity, body }) => {
  const open = await db()
  await findPersona(open, { userId: identity.userId, personaId: body.personaId })
  await saveDefaultPersona(open, identity, body.personaId)
  return new Response(null, { status: 204 })
})
