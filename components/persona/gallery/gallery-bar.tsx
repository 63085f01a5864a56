'use client'

import { Undo2, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import styles from './gallery-bar.module.css'
import { type Notice, undoIdOf } from './use-gallery'

export interface GalleryBarProps {
  notice: Notice | undefined
  onUndo: () => void
  onDismiss: () => void
}

/** What came of the last thing that was done. It stays until it is closed: `Undo` must not run away. */
export function GalleryBar({ notice, onUndo, onDismiss }: GalleryBarProps) {
  const undo = useRef<HTMLButtonElement>(null)
  // The menu that the card was deleted from went with it.
  useEffect(() => {
    if (notice?.kind === 'deleted') undo.current?.focus()
  }, [notice])
  if (!notice) return null
  return (
    <Alert kind={notice.kind === 'bad' ? 'bad' : 'plain'}>
      <div className={styles.bar}>
        <div className={styles.words}>
          {notice.words}
          {notice.kind === 'bad' && notice.details.length > 0 ? (
            <ul>
              {[...new Set(notice.details)].map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          ) : null}
        </div>
        {undoIdOf(notice) ? (
          <Button ref={undo} onClick={onUndo}>
            <Undo2 size={16} strokeWidth={1.75} aria-hidden />
            Undo
          </Button>
        ) : null}
        <Button size="icon" variant="plain" aria-label="Close" onClick={onDismiss}>
          <X size={20} strokeWidth={1.75} aria-hidden />
        </Button>
      </div>
    </Alert>
  )
}
