import { z } from 'zod'
import { db } from '@/lib/db/client'
import { readQuery } from '@/lib/http/query'
import { emptyBody, route } from '@/lib/http/route'
import { checkCatalogue } from '@/lib/personas/check-catalogue'
import { createPersona } from '@/lib/personas/creating'
import { personaDraft } from '@/lib/personas/draft'
import { listPersonas } from '@/lib/personas/list'
import { makerOf } from '@/lib/personas/most-personas'
import { readOwner } from '@/lib/personas/owner'
import { maxPersonaBytes, personaContent } from '@/lib/personas/persona'
import { countWrite } from '@/lib/personas/write-rate'

const query = z.strictObject({
  q: z.string().max(200).optional(),
  page: z.coerce.number('A page number.').int().min(1).max(100_000).optional(),
})

/** A page of one's own personas. */
export const GET = route({ body: emptyBody }, async ({ request, identity, timing }) => {
  const asked = readQuery(request, query)
  const page = await timing.measure('list', async () => {
    const open = await db()
    const { profile: preferences } = await readOwner(open, identity.userId)
    return listPersonas(open, { userId: identity.userId, preferences }, asked)
  })
  return Response.json(page)
})

// Not a union of two bodies: that would not name the field that is wrong.
const body = z
  .strictObject({
    /** Chosen by the one who asks, so that asking again makes no second one. */
    id: z.uuid('Not a UUID.').optional(),
    content: personaContent.optional(),
    draft: personaDraft.optional(),
  })
  .refine(({ content, draft }) => (content === undefined) !== (draft === undefined), {
    error: 'Send either content or draft.',
  })

/** A new persona: saved, or as far as it is written. */
export const POST = route(
  { body, maxBytes: maxPersonaBytes },
  async ({ identity, body, timing }) => {
    countWrite(identity.userId)
    if (body.content) await checkCatalogue(body.content, 'content.')
    const { isNew, ...created } = await timing.measure('save', async () =>
      createPersona(await db(), makerOf(identity), body),
    )
    return Response.json(created, { status: isNew ? 201 : 200 })
  },
)
