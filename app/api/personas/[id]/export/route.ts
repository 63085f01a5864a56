import { db } from '@/lib/db/client'
import { fileResponse } from '@/lib/http/file-response'
import { emptyBody, route } from '@/lib/http/route'
import { documentOf, fileNameOf } from '@/lib/personas/document'
import { rawContent } from '@/lib/personas/editing'
import { findPersona } from '@/lib/personas/find-persona'
import { Unreadable } from '@/lib/personas/stored'

/** A persona as a file that can be imported again, here or elsewhere. */
export const GET = route<typeof emptyBody, { id: string }>(
  { body: emptyBody },
  async ({ identity, params }) => {
    const { userId } = identity
    const open = await db()
    try {
      const persona = await findPersona(open, { userId, personaId: params.id })
      const { id: _, isPreset: __, ...content } = persona
      return fileResponse(fileNameOf(content), documentOf(content))
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      // It is theirs all the same.
      const persona = await rawContent(open, { userId, id: params.id })
      return fileResponse('unreadable.persona.json', { format: 'vis-a-vis.persona', persona })
    }
  },
)
