import { ZodError, z } from 'zod'
import { listAvatars } from '../catalogue/avatars'
import { listLlms } from '../catalogue/llms'
import { page, readPaging } from '../catalogue/paging'
import { listVoices } from '../catalogue/voices'
import { withApiKey } from './api-key'
import { type Call, ok, type Route, refuse } from './call'
import { faultAnswer } from './fault-answer'
import type { Router } from './router'
import { count, type StandInParts } from './stand-in-parts'
import { validationError } from './validation-error'

interface Item {
  id: string
  displayName: string
  description: string
}

const isUuid = (text: string) => z.uuid().safeParse(text).success

const contains = ({ displayName, description }: Item, search: string) =>
  `${displayName} ${description}`.toLowerCase().includes(search.toLowerCase())

const avatarFilters = z.object({
  renderStyle: z.enum(['all', 'realistic', 'animated_3d', 'illustrated', 'unknown']).default('all'),
  tags: z
    .string()
    .transform((tags) => tags.split(',').filter(Boolean))
    .optional(),
  onlyOneShot: z.stringbool({ truthy: ['true'], falsy: ['false'] }).default(false),
})

function listRoute(items: (query: URLSearchParams) => Item[]): Route {
  return ({ query }) => {
    try {
      const paging = readPaging(query)
      return ok(
        page(
          items(query).filter((item) => contains(item, paging.search)),
          paging,
        ),
      )
    } catch (error) {
      if (error instanceof ZodError) return validationError(error)
      throw error
    }
  }
}

function itemRoute(noun: string, items: () => Item[]): Route {
  return ({ params: { id = '' } }) => {
    if (!isUuid(id)) return refuse(400, 'Bad Request', `Invalid ${noun} ID`)
    const item = items().find((candidate) => candidate.id === id)
    return item ? ok(item) : refuse(404, 'Not Found', `${noun} not found`)
  }
}

/** `GET /v1/avatars`, `/v1/voices`, `/v1/llms`, and each of them by id. */
export function addCatalogueRoutes(router: Router, parts: StandInParts) {
  const guarded = (route: Route) =>
    withApiKey(parts, async (call: Call) => {
      count(parts, 'catalogue')
      return (await faultAnswer(parts.faults.takeHttp('catalogue'))) ?? (await route(call))
    })
  const avatars = () => listAvatars(parts.url)
  const voices = () => listVoices(parts.url)
  const fitting = (query: URLSearchParams) => {
    const asked = avatarFilters.parse(Object.fromEntries(query))
    return avatars().filter(
      ({ renderStyle, displayTags, createdByOrganizationId }) =>
        (asked.renderStyle === 'all' || asked.renderStyle === renderStyle) &&
        (!asked.tags || asked.tags.some((tag) => displayTags.includes(tag))) &&
        (!asked.onlyOneShot || createdByOrganizationId !== null),
    )
  }
  router.add('GET', '/v1/avatars', guarded(listRoute(fitting)))
  router.add('GET', '/v1/avatars/:id', guarded(itemRoute('Avatar', avatars)))
  router.add('GET', '/v1/voices', guarded(listRoute(voices)))
  router.add('GET', '/v1/voices/:id', guarded(itemRoute('Voice', voices)))
  router.add('GET', '/v1/llms', guarded(listRoute(listLlms)))
  router.add('GET', '/v1/llms/:id', guarded(itemRoute('LLM', listLlms)))
}
