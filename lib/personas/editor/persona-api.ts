import { z } from 'zod'
import { callApi } from '@/lib/http/call-api'
import { personaDraft } from '../draft'
import { type PersonaContent, personaContent } from '../persona'

const written = z.object({ version: z.number() })
const created = written.extend({ id: z.string() })
const editable = created.extend({
  content: personaContent.nullable(),
  draft: personaDraft.nullable(),
})

/** The routes of one's own personas, as an editor uses them. Each call throws `CallFailure`. */
export interface PersonaApi {
  /** `id` is chosen here: asking again, because an answer was lost, makes no second one. */
  create: (
    id: string,
    beginning: { content: PersonaContent } | { draft: PersonaContent },
  ) => Promise<Created>
  save: (id: string, version: number, content: PersonaContent) => Promise<number>
  keepDraft: (id: string, version: number, draft: PersonaContent | null) => Promise<number>
  read: (id: string) => Promise<z.infer<typeof editable>>
  remove: (id: string) => Promise<void>
}

interface Created {
  /** As it is kept, which may be another one than was asked for. */
  id: string
  version: number
  /** False: it was there, as an earlier call had made it. */
  isNew: boolean
}

const path = (id: string, rest = '') => `/api/personas/${encodeURIComponent(id)}${rest}`

const versionIn = async (response: Response) => written.parse(await response.json()).version

export const personaApi: PersonaApi = {
  async create(id, beginning) {
    const response = await callApi('/api/personas', 'POST', { id, ...beginning })
    return { ...created.parse(await response.json()), isNew: response.status === 201 }
  },
  save: async (id, version, content) =>
    versionIn(await callApi(path(id), 'PUT', { version, content })),
  keepDraft: async (id, version, draft) =>
    versionIn(await callApi(path(id, '/draft'), 'PUT', { version, draft })),
  async read(id) {
    return editable.parse(await (await callApi(path(id), 'GET')).json())
  },
  async remove(id) {
    await callApi(path(id), 'DELETE')
  },
}
