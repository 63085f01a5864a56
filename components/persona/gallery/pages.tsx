import { ButtonLink } from '@/components/ui/button-link'
import { type GalleryQuery, galleryAddress } from '@/lib/personas/gallery-query'
import type { PersonaPage } from '@/lib/personas/list'
import styles from './pages.module.css'

/** The way to those who are not on this page. */
export function Pages({ own, query }: { own: PersonaPage; query: GalleryQuery }) {
  const { page, lastPage } = own
  if (lastPage === 1) return null
  return (
    <nav className={styles.pages} aria-label="Pages of your personas">
      {page > 1 ? (
        <ButtonLink href={galleryAddress({ ...query, page: page - 1 })}>Newer</ButtonLink>
      ) : null}
      <span>
        Page {page} of {lastPage}
      </span>
      {page < lastPage ? (
        <ButtonLink href={galleryAddress({ ...query, page: page + 1 })}>Older</ButtonLink>
      ) : null}
    </nav>
  )
}
