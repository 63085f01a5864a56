'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { CallFailure, failureWords } from '@/lib/http/call-api'
import { editorAddress } from '@/lib/personas/editor-address'
import type { GalleryContent } from '@/lib/personas/gallery'
import {
  chooseDefault,
  downloadPersona,
  duplicatePersona,
  importPersona,
  removePersona,
  restorePersona,
} from '@/lib/personas/gallery-client'
import { type GalleryQuery, galleryAddress } from '@/lib/personas/gallery-query'

/** What the bar over the cards says; it stays until the next one, or until it is closed. */
export type Notice =
  | { kind: 'ok'; words: string }
  | { kind: 'deleted'; words: string; id: string }
  /** `undoId`: what could not be brought back, but may still be. */
  | { kind: 'bad'; words: string; details: readonly string[]; undoId?: string | undefined }

interface Named {
  id: string
  name: string
}

export interface GalleryActions {
  duplicate: (persona: Named) => void
  makeDefault: (persona: Named) => void
  download: (persona: Named) => void
  remove: (persona: Named) => void
  importFile: (file: File) => void
}

interface Shown extends Pick<GalleryContent, 'own'> {
  query: GalleryQuery
}

/** What can be done with the personas of the gallery, and what came of it. */
export function useGallery(frame: RefObject<HTMLElement | null>, { own, query }: Shown) {
  const router = useRouter()
  const [notice, setNotice] = useState<Notice>()
  /** Whose card the reader is led to, as soon as it is there. */
  const awaited = useRef<string>(undefined)

  useEffect(() => {
    if (!own?.personas.some(({ id }) => id === awaited.current)) return
    focusOn(frame.current?.querySelector(`[data-persona="${awaited.current}"] a`))
    awaited.current = undefined
  }, [own, frame])

  async function attempt(work: () => Promise<Notice | undefined>, undoId?: string) {
    try {
      setNotice(await work())
      router.refresh()
    } catch (error) {
      const failure = error instanceof CallFailure ? error : undefined
      const details = failure?.errors ?? []
      setNotice({
        kind: 'bad',
        words: failureWords(error),
        details: details.map(({ path, message }) => (path ? `${path}: ${message}` : message)),
        undoId: failure?.code === 'not_found' ? undefined : undoId,
      })
    }
  }

  const actions: GalleryActions = {
    duplicate: ({ id }) =>
      void attempt(async () => {
        const copy = await duplicatePersona(id)
        router.push(editorAddress(copy.id))
        return undefined
      }),
    makeDefault: ({ id, name }) =>
      void attempt(async () => {
        await chooseDefault(id)
        return { kind: 'ok', words: `${name} is there when you come to talk.` }
      }),
    download: ({ id }) =>
      void attempt(async () => {
        await downloadPersona(id)
        return undefined
      }),
    remove: ({ id, name }) =>
      void attempt(async () => {
        await removePersona(id)
        return { kind: 'deleted', words: `Deleted ${name || 'the persona'}.`, id }
      }),
    importFile: (file) =>
      void attempt(async () => {
        const { id } = await importPersona(file)
        awaited.current = id
        // The newest comes first, where nothing is searched for: elsewhere it might not be shown.
        const { show } = query
        if (query.q || query.page > 1 || show === 'presets') {
          router.push(galleryAddress({ show: show === 'own' ? show : 'all' }))
        }
        return { kind: 'ok', words: `Imported from ${file.name}.` }
      }),
  }

  function undo() {
    const id = undoIdOf(notice)
    if (!id) return
    void attempt(async () => {
      await restorePersona(id)
      awaited.current = id
      return { kind: 'ok', words: 'It is back.' }
    }, id)
  }

  function dismiss() {
    setNotice(undefined)
    // The button that was pressed goes with it.
    focusOn(frame.current)
  }

  return { notice, actions, undo, dismiss }
}

/** What `Undo` would bring back. */
export function undoIdOf(notice: Notice | undefined): string | undefined {
  if (notice?.kind === 'deleted') return notice.id
  return notice?.kind === 'bad' ? notice.undoId : undefined
}

function focusOn(element: Element | null | undefined) {
  if (element instanceof HTMLElement) element.focus()
}
