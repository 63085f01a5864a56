'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useState } from 'react'
import { CallFailure, failureWords } from '@/lib/http/call-api'
import { editorAddress } from '@/lib/personas/editor-address'
import {
  chooseDefault,
  downloadPersona,
  duplicatePersona,
  importPersona,
  removePersona,
  restorePersona,
} from '@/lib/personas/gallery-client'

/** What the bar over the cards says; it stays until the next one, or until it is closed. */
export type Notice =
  | { kind: 'ok'; words: string }
  | { kind: 'deleted'; words: string; id: string }
  | { kind: 'bad'; words: string; details: readonly string[] }

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

/** What can be done with the personas of the gallery, and what came of it. */
export function useGallery(frame: RefObject<HTMLElement | null>) {
  const router = useRouter()
  const [notice, setNotice] = useState<Notice>()

  async function attempt(work: () => Promise<Notice | undefined>) {
    try {
      setNotice(await work())
      router.refresh()
    } catch (error) {
      const errors = error instanceof CallFailure ? error.errors : []
      setNotice({
        kind: 'bad',
        words: failureWords(error),
        details: errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)),
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
        // The new one comes first; whoever imported it is led there.
        setTimeout(() => {
          const card = frame.current?.querySelector(`[data-persona="${id}"] a`)
          if (card instanceof HTMLElement) card.focus()
        }, 500)
        return { kind: 'ok', words: `Imported from ${file.name}.` }
      }),
  }

  function undo() {
    if (notice?.kind !== 'deleted') return
    const { id } = notice
    void attempt(async () => {
      await restorePersona(id)
      return { kind: 'ok', words: 'It is back.' }
    })
  }

  return { notice, actions, undo, dismiss: () => setNotice(undefined) }
}
