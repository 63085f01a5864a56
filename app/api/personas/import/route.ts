import { db } from '@/lib/db/client'
import { route } from '@/lib/http/route'
import { checkCatalogue } from '@/lib/personas/check-catalogue'
import { createPersona } from '@/lib/personas/creating'
import { personaDocument } from '@/lib/personas/document'
import { makerOf } from '@/lib/personas/most-personas'
import { maxPersonaBytes } from '@/lib/personas/persona'
import { countWrite } from '@/lib/personas/write-rate'

/** A new persona from an exported file. */
export const POST = route(
  { body: personaDocument, maxBytes: maxPersonaBytes },
  async ({ identity, body }) => {
    countWrite(identity.userId)
    await checkCatalogue(body.persona, 'persona.')
    const made = { content: body.persona, naming: 'free' } as const
    const { id, version } = await createPersona(await db(), makerOf(identity), made)
    return Response.json({ id, version }, { status: 201 })
  },
)
