import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { Gallery } from '@/components/persona/gallery/gallery'
import styles from '@/components/persona/gallery/gallery-page.module.css'
import page from '@/components/persona/persona-page.module.css'
import { ButtonLink } from '@/components/ui/button-link'
import { pageIdentity } from '@/lib/auth/page-identity'
import { db } from '@/lib/db/client'
import { galleryOf } from '@/lib/personas/gallery'
import { readGalleryQuery } from '@/lib/personas/gallery-query'

export const metadata: Metadata = { title: 'Personas' }

/** Everybody one can talk to: one's own, and those that everybody finds here. */
export default async function PersonasPage({ searchParams }: PageProps<'/personas'>) {
  const visitor = await pageIdentity()
  // The layout says what is the matter, and shows it in place of this page.
  if (visitor.status !== 'signed-in') return null
  const query = readGalleryQuery(await searchParams)
  const gallery = await galleryOf(await db(), visitor.identity.userId, query)
  return (
    <main id="main" className={page.page}>
      <div className={styles.head}>
        <div>
          <h1>Personas</h1>
          <p>Who would you like to talk to?</p>
        </div>
        <ButtonLink href="/personas/new" variant="primary">
          <Plus size={20} strokeWidth={1.75} aria-hidden />
          New persona
        </ButtonLink>
      </div>
      <Gallery {...gallery} query={query} />
    </main>
  )
}
