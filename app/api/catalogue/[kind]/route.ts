import { catalogueWith } from '@/lib/catalogue/catalogue-with'
import { avatarPage, llmPage, voicePage } from '@/lib/catalogue/pages'
import { catalogueQueries } from '@/lib/catalogue/query'
import { Problem } from '@/lib/http/problem'
import { readQuery } from '@/lib/http/query'
import { emptyBody, route } from '@/lib/http/route'

/** What personas can be made of, a page at a time: `avatars`, `voices` or `llms`. */
export const GET = route<typeof emptyBody, { kind: string }>(
  { body: emptyBody },
  async ({ request, params }) => Response.json(await pageAsked(request, params.kind)),
)

/** Reads the address before the vendor is asked for anything. */
async function pageAsked(request: Request, kind: string): Promise<unknown> {
  switch (kind) {
    case 'avatars': {
      const query = readQuery(request, catalogueQueries.avatars)
      return avatarPage(await catalogueWith('avatars'), query)
    }
    case 'voices': {
      const query = readQuery(request, catalogueQueries.voices)
      return voicePage(await catalogueWith('voices'), query)
    }
    case 'llms': {
      const query = readQuery(request, catalogueQueries.llms)
      return llmPage(await catalogueWith('llms'), query)
    }
    default:
      throw new Problem('not_found', { detail: 'There are avatars, voices and llms.' })
  }
}
