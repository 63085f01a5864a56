'use client'

import { useRef, useState } from 'react'
import type { GalleryContent } from '@/lib/personas/gallery'
import type { GalleryQuery } from '@/lib/personas/gallery-query'
import styles from './gallery.module.css'
import { GalleryBar } from './gallery-bar'
import { GallerySearch } from './gallery-search'
import { NewCard } from './new-card'
import { NobodyFound } from './nobody-found'
import { OwnCard } from './own-card'
import { Pages } from './pages'
import { PresetCard } from './preset-card'
import { useGallery } from './use-gallery'

export interface GalleryProps extends GalleryContent {
  query: GalleryQuery
}

/** One's own personas, then those that everybody finds here. */
export function Gallery({ own, presets, defaultId, query }: GalleryProps) {
  const [isSearching, setIsSearching] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const { notice, actions, dismiss, undo } = useGallery(frame, { own, query })
  const total = (own?.total ?? 0) + presets.length
  return (
    <div ref={frame} tabIndex={-1} data-searching={isSearching} className={styles.gallery}>
      <GallerySearch
        query={query}
        total={total}
        onImport={actions.importFile}
        onSearching={setIsSearching}
      />
      <GalleryBar notice={notice} onUndo={undo} onDismiss={dismiss} />
      {total === 0 && query.q ? <NobodyFound q={query.q} /> : null}
      {own && (own.total > 0 || !query.q) ? (
        <section aria-labelledby="own">
          <h2 id="own">
            Yours <span>{own.total}</span>
          </h2>
          <ul className={styles.cards}>
            {own.personas.map((persona) => (
              <OwnCard
                key={persona.id}
                persona={persona}
                isDefault={persona.id === defaultId}
                actions={actions}
              />
            ))}
            {query.q ? null : <NewCard />}
          </ul>
          <Pages own={own} query={query} />
        </section>
      ) : null}
      {presets.length > 0 ? (
        <section aria-labelledby="presets">
          <h2 id="presets">
            Ready to talk <span>{presets.length}</span>
          </h2>
          <ul className={styles.cards}>
            {presets.map((persona) => (
              <PresetCard
                key={persona.id}
                persona={persona}
                isDefault={persona.id === defaultId}
                actions={actions}
              />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
