'use client'

import { FileUp, Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useOptimistic, useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { type GalleryQuery, galleryAddress } from '@/lib/personas/gallery-query'
import styles from './gallery-search.module.css'

export interface GallerySearchProps {
  query: GalleryQuery
  /** How many are found. */
  total: number
  onImport: (file: File) => void
  onSearching: (isSearching: boolean) => void
}

const shows = [
  { show: 'all', label: 'All' },
  { show: 'own', label: 'Yours' },
  { show: 'presets', label: 'Ready to talk' },
] as const

/** Milliseconds: a pause in typing. */
const pauseMs = 200

/** Search and filter. A plain form without scripts; with them it answers while one types. */
export function GallerySearch({ query, total, onImport, onSearching }: GallerySearchProps) {
  const router = useRouter()
  const [q, setQ] = useState(query.q)
  const [answered, setAnswered] = useState(query.q)
  /** What this box has asked for since an answer last had all of it. */
  const [asking, setAsking] = useState<readonly string[]>([])
  if (query.q !== answered) {
    setAnswered(query.q)
    if (query.q === q.trim()) setAsking([])
    // `Clear search` and other links ask, too: then the box says what is shown.
    else if (!asking.includes(query.q)) setQ(query.q)
  }
  const [isPending, startTransition] = useTransition()
  const [shown, setShown] = useOptimistic(query.show)
  const file = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => onSearching(isPending), [isPending, onSearching])

  function ask(asked: Pick<GalleryQuery, 'q' | 'show'>) {
    // A search that still waits for a pause would ask with the filter from before.
    clearTimeout(timer.current)
    setAsking((before) => [...before, asked.q])
    startTransition(() => {
      setShown(asked.show)
      router.replace(galleryAddress(asked), { scroll: false })
    })
  }

  function type(text: string) {
    setQ(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => ask({ q: text.trim(), show: shown }), pauseMs)
  }

  return (
    <search>
      <form
        className={styles.tools}
        action="/personas"
        onSubmit={(event) => {
          event.preventDefault()
          ask({ q: q.trim(), show: shown })
        }}
      >
        <div className={styles.search}>
          <Search size={16} strokeWidth={1.75} aria-hidden />
          <input
            type="search"
            name="q"
            aria-label="Search personas"
            placeholder="Search by name, topic or language"
            autoComplete="off"
            maxLength={200}
            value={q}
            onChange={({ target }) => type(target.value)}
          />
        </div>
        <fieldset className={styles.seg}>
          <legend className="sr-only">Show</legend>
          {shows.map(({ show, label }) => (
            <label key={show}>
              <input
                type="radio"
                name="show"
                value={show}
                checked={shown === show}
                onChange={() => ask({ q: q.trim(), show })}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <input
          ref={file}
          className="sr-only"
          type="file"
          accept="application/json,.json"
          aria-label="File to import"
          tabIndex={-1}
          onChange={({ target }) => {
            const [chosen] = target.files ?? []
            if (chosen) onImport(chosen)
            // The same file can be chosen again, mended.
            target.value = ''
          }}
        />
        <Button className={styles.import} onClick={() => file.current?.click()}>
          <FileUp size={16} strokeWidth={1.75} aria-hidden />
          Import
        </Button>
        <p className="sr-only" role="status">
          {query.q ? (total === 1 ? '1 persona found' : `${total} personas found`) : ''}
        </p>
      </form>
    </search>
  )
}
