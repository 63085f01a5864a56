import { CATALOGUE, CURATED } from '../catalogue/models'
import type { Parts } from '../parts'
import { isAnsweredByFault } from './fault-answer'
import { type Routes, sendJson } from './http'
import { badRequest } from './portal-error'

const MOST_PER_PAGE = 100

const listed = (id: string) => {
  const curated = CURATED.find((model) => model.id === id)
  const [provider = '', slug = ''] = id.split('/')
  return {
    id,
    name: curated?.name ?? slug,
    owned_by: provider,
    created: 1_760_000_000,
    context_length: curated?.max_input_tokens ?? 8_192,
    pricing: { prompt: '0.0000002', completion: '0.0000008' },
    modalities: ['llm'],
  }
}

function whole(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name)
  if (text === null) return fallback
  if (!/^\d+$/.test(text)) throw badRequest(`invalid ${name}`)
  return Number(text)
}

/** Both lists are public [sdk, 3p]. */
export function modelRoutes({ faults, journal }: Parts): Routes {
  return {
    'GET /api/v1/models': async ({ response, query }) => {
      journal.count('models')
      if (await isAnsweredByFault(faults.take('models'), response)) return
      const provider = query.get('provider')
      const size = Math.min(MOST_PER_PAGE, Math.max(1, whole(query, 'page_size', 50)))
      const from = whole(query, 'page_token', 0)
      const ids = CATALOGUE.filter((id) => !provider || id.startsWith(`${provider}/`))
      const next = from + size < ids.length ? { next_page_token: String(from + size) } : {}
      sendJson(response, 200, { data: ids.slice(from, from + size).map(listed), ...next })
    },
    'GET /api/v1/curated-models': async ({ response }) => {
      journal.count('curatedModels')
      if (await isAnsweredByFault(faults.take('models'), response)) return
      sendJson(response, 200, {
        version: 'sandbox-1',
        models: CURATED,
        smart_groups: [],
        compact: { standard: ['sandbox/quill', 'sandbox/dart'], private: [] },
      })
    },
  }
}
