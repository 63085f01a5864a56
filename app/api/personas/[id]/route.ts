import { z } from 'zod'
import { db } from '@/lib/db/client'
import { emptyBody, route } from '@/lib/http/route'
import { checkCatalogue } from '@/lib/personas/check-catalogue'
import { readPersona, savePersona } from '@/lib/personas/editing'
import { maxPersonaBytes, personaContent } from '@/lib/personas/persona'
import { version } from '@/lib/personas/persona-id'
import { removePersona } from '@/lib/personas/removing'
import { countWrite } from '@/lib/personas/write-rate'

type Params = { id: string }

/** One of one's own personas, as it is saved and as it is being written. */
export const GET = route<typeof emptyBody, Params>(
  { body: emptyBody },
  async ({ identity, params }) =>
    Response.json(await readPersona(await db(), { id: params.id, userId: identity.userId })),
)

const body = z.strictObject({ version, content: personaContent })

/** Saves it, if nobody else has meanwhile. */
export const PUT = route<typeof body, Params>(
  { body, maxBytes: maxPersonaBytes },
  async ({ identity, params, body, timing }) => {
    countWrite(identity.userId)
    await checkCatalogue(body.content, 'content.')
    const saved = await timing.measure('save', async () =>
      savePersona(
        await db(),
        { id: params.id, userId: identity.userId },
        body.version,
        body.content,
      ),
    )
    return Response.json({ version: saved })
  },
)

/** Takes it away; for an hour it can be brought back. */
export const DELETE = route<typeof emptyBody, Params>(
  { body: emptyBody },
  async ({ identity, params }) => {
    countWrite(identity.userId)
    await removePersona(await db(), { id: params.id, userId: identity.userId })
    return new Response(null, { status: 204 })
  },
)
