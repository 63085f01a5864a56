import { z } from 'zod'
import { blankContent } from '@/lib/personas/blank'
import type { PersonaContent } from '@/lib/personas/persona'
import { context, type somebody } from './api'

const routes = {
  list: await import('../personas/route'),
  one: await import('../personas/[id]/route'),
  draft: await import('../personas/[id]/draft/route'),
  restore: await import('../personas/[id]/restore/route'),
  duplicate: await import('../personas/[id]/duplicate/route'),
  export: await import('../personas/[id]/export/route'),
  import: await import('../personas/import/route'),
  profile: await import('../profile/route'),
  defaultPersona: await import('../profile/default-persona/route'),
}

const kept = z.object({ id: z.string(), version: z.number() })

/** A persona that can be saved as it is. */
export const nonna: PersonaContent = {
  ...blankContent,
  name: 'Nonna',
  tagline: 'Cooks',
  language: 'it',
  systemPrompt: 'You cook with the visitor.',
  greeting: { kind: 'said', text: 'Eccoti!', uninterruptible: false },
  openingLines: ['What is for lunch?'],
  tools: ['set_timer'],
}

/** What a person does with personas, by the routes. */
export function personasOf(person: ReturnType<typeof somebody>) {
  const path = '/api/personas'
  const { send } = person
  const create = async (body: unknown) =>
    routes.list.POST(await send(path, 'POST', body), context({}))
  return {
    create,
    list: async (query = '') => routes.list.GET(await send(`${path}${query}`, 'GET'), context({})),
    read: async (id: string) => routes.one.GET(await send(`${path}/${id}`, 'GET'), context({ id })),
    save: async (id: string, body: unknown) =>
      routes.one.PUT(await send(`${path}/${id}`, 'PUT', body), context({ id })),
    remove: async (id: string) =>
      routes.one.DELETE(await send(`${path}/${id}`, 'DELETE'), context({ id })),
    draft: async (id: string, body: unknown) =>
      routes.draft.PUT(await send(`${path}/${id}/draft`, 'PUT', body), context({ id })),
    restore: async (id: string) =>
      routes.restore.POST(await send(`${path}/${id}/restore`, 'POST'), context({ id })),
    duplicate: async (id: string) =>
      routes.duplicate.POST(await send(`${path}/${id}/duplicate`, 'POST'), context({ id })),
    export: async (id: string) =>
      routes.export.GET(await send(`${path}/${id}/export`, 'GET'), context({ id })),
    import: async (document: unknown) =>
      routes.import.POST(await send(`${path}/import`, 'POST', document), context({})),
    profile: async (body: unknown) =>
      routes.profile.PUT(await send('/api/profile', 'PUT', body), context({})),
    chooseDefault: async (personaId: string) =>
      routes.defaultPersona.PUT(
        await send('/api/profile/default-persona', 'PUT', { personaId }),
        context({}),
      ),
    /** Keeps a persona and answers its id and version. */
    async keep(content: PersonaContent = nonna) {
      return kept.parse(await (await create({ content })).json())
    },
  }
}
