import { avatarPage, llmPage, voicePage } from '@/lib/catalogue/pages'
import { catalogueQueries } from '@/lib/catalogue/query'
import { Problem } from '@/lib/http/problem'
import { readQuery } from '@/lib/http/query'
import { emptyBody, route } from '@/lib/http/route'
import { faceCatalogue } from '@/lib/vendors/registry'

/** What personas can be made of, a page at a time: `avatars`, `voices` or `llms`. */
export const GET = route<typeof emptyBody, { kind: string }>(
  { body: emptyBody },
  async ({ request, params }) => {
    const page = reader(request, params.kind)
    const catalogue = await faceCatalogue()
    if (!catalogue) throw new Problem('vendor_not_configured')
    return Response.json(page(catalogue))
  },
)

type Catalogue = NonNullable<Awaited<ReturnType<typeof faceCatalogue>>>

/** Reads the address before the vendor is asked for anything. */
function reader(request: Request, kind: string): (catalogue: Catalogue) => unknown {
  switch (kind) {
    case 'avatars': {
      const query = readQuery(request, catalogueQueries.avatars)
      return (catalogue) => avatarPage(catalogue, query)
    }
    case 'voices': {
      const query = readQuery(request, catalogueQueries.voices)
      return (catalogue) => voicePage(catalogue, query)
    }
    case 'llms': {
      const query = readQuery(request, catalogueQueries.llms)
      return (catalogue) => llmPage(catalogue, query)
    }
    default:
      throw new Problem('not_found', { detail: 'There are avatars, voices and llms.' })
  }
}
