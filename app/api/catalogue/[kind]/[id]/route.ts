import { catalogueWith } from '@/lib/catalogue/catalogue-with'
import { avatarItem, voiceItem } from '@/lib/catalogue/pages'
import { Problem } from '@/lib/http/problem'
import { emptyBody, route } from '@/lib/http/route'

/** One avatar, voice or language model, wherever it stands in its list. */
export const GET = route<typeof emptyBody, { kind: string; id: string }>(
  { body: emptyBody },
  async ({ params: { kind, id } }) => {
    const item = await find(kind, id)
    if (!item) throw new Problem('not_found', { detail: 'The catalogue does not have it.' })
    return Response.json(item)
  },
)

async function find(kind: string, id: string): Promise<unknown> {
  const isAsked = (item: { id: string }) => item.id === id
  switch (kind) {
    case 'avatars': {
      const avatar = (await catalogueWith('avatars')).avatars.find(isAsked)
      return avatar && avatarItem(avatar)
    }
    case 'voices': {
      const voice = (await catalogueWith('voices')).voices.find(isAsked)
      return voice && voiceItem(voice)
    }
    case 'llms':
      return (await catalogueWith('llms')).llms.find(isAsked)
    default:
      return undefined
  }
}
