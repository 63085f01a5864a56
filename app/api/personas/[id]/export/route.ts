import { db } from '@/lib/db/client'
import { fileResponse } from '@/lib/http/file-response'
import { emptyBody, route } from '@/lib/http/route'
import { documentOf, fileNameOf } from '@/lib/personas/document'
import { findPersona } from '@/lib/personas/find-persona'

/** A persona as a file that can be imported again, here or elsewhere. */
export const GET = route<typeof emptyBody, { id: string }>(
  { body: emptyBody },
  async ({ identity, params }) => {
    const { userId } = identity
    const persona = await findPersona(await db(), { userId, personaId: params.id })
    const { id: _, isPreset: __, ...content } = persona
    return fileResponse(fileNameOf(content), documentOf(content))
  },
)
