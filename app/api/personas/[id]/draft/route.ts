import { z } from 'zod'
import { db } from '@/lib/db/client'
import { route } from '@/lib/http/route'
import { personaDraft } from '@/lib/personas/draft'
import { saveDraft } from '@/lib/personas/editing'
import { maxPersonaBytes } from '@/lib/personas/persona'
import { version } from '@/lib/personas/persona-id'
import { countWrite } from '@/lib/personas/write-rate'

const body = z.strictObject({ version, draft: personaDraft.nullable() })

/** Keeps what is being written, right or wrong; null forgets it. */
export const PUT = route<typeof body, { id: string }>(
  { body, maxBytes: maxPersonaBytes },
  async ({ identity, params, body }) => {
    countWrite(identity.userId)
    const owned = { id: params.id, userId: identity.userId }
    const kept = await saveDraft(await db(), owned, body.version, body.draft)
    return Response.json({ version: kept })
  },
)
