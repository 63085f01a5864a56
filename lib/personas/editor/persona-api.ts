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
  create: (beginning: { content: PersonaContent } | { draft: PersonaContent }) => Promise<Kept>
  save: (id: string, version: number, content: PersonaContent) => Promise<number>
  keepDraft: (id: string, version: number, draft: PersonaContent | null) => Promise<number>
  read: (id: string) => Promise<z.infer<typeof editable>>
  remove: (id: string) => Promise<void>
}

interface Kept {
  id: string
  version: number
}

const path = (id: string, rest = '') => `/api/personas/${encodeURIComponent(id)}${rest}`

const versionIn = async (response: Response) => written.parse(await response.json()).version

export const personaApi: PersonaApi = {
  async create(beginning) {
    return created.parse(await (await callApi('/api/personas', 'POST', beginning)).json())
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
