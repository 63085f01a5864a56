import { db } from '@/lib/db/client'
import { emptyBody, route } from '@/lib/http/route'
import { makerOf } from '@/lib/personas/most-personas'
import { restorePersona } from '@/lib/personas/removing'
import { countWrite } from '@/lib/personas/write-rate'

/** Brings back a persona that was deleted within the hour. */
export const POST = route<typeof emptyBody, { id: string }>(
  { body: emptyBody },
  async ({ identity, params }) => {
    countWrite(identity.userId)
    await restorePersona(await db(), params.id, makerOf(identity))
    return new Response(null, { status: 204 })
  },
)
