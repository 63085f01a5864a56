import { z } from 'zod'

/** Whom the gallery shows. */
const shows = ['all', 'own', 'presets'] as const

const query = z.object({
  q: z.string().max(200).catch(''),
  show: z.enum(shows).catch('all'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export type GalleryQuery = z.infer<typeof query>

/** What the address asks for; what it asks wrongly counts as not asked. */
export const readGalleryQuery = (asked: Record<string, string | string[] | undefined>) =>
  query.parse(asked)

/** The address of a gallery; what is as usual is left out. */
export function galleryAddress({
  q,
  show,
  page,
}: Partial<GalleryQuery>): '/personas' | `/personas?${string}` {
  const asked = new URLSearchParams()
  if (q) asked.set('q', q)
  if (show && show !== 'all') asked.set('show', show)
  if (page && page > 1) asked.set('page', String(page))
  const text = asked.toString()
  return text ? `/personas?${text}` : '/personas'
}
