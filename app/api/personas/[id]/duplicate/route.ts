import { db } from '@/lib/db/client'
import { emptyBody, route } from '@/lib/http/route'
import { copyOf } from '@/lib/personas/copy'
import { createPersona } from '@/lib/personas/creating'
import { findPersona } from '@/lib/personas/find-persona'
import { makerOf } from '@/lib/personas/most-personas'
import { countWrite } from '@/lib/personas/write-rate'

/** A preset or a persona of one's own, once more, to change. */
export const POST = route<typeof emptyBody, { id: string }>(
  { body: emptyBody },
  async ({ identity, params }) => {
    countWrite(identity.userId)
    const open = await db()
    const { userId } = identity
    const original = await findPersona(open, { userId, personaId: params.id })
    const { id, version } = await createPersona(open, makerOf(identity), copyOf(original))
    return Response.json({ id, version }, { status: 201 })
  },
)
