'use client'

import { Undo2, X } from 'lucide-react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import styles from './gallery-bar.module.css'
import type { Notice } from './use-gallery'

export interface GalleryBarProps {
  notice: Notice | undefined
  onUndo: () => void
  onDismiss: () => void
}

/** What came of the last thing that was done. It stays until it is closed: `Undo` must not run away. */
export function GalleryBar({ notice, onUndo, onDismiss }: GalleryBarProps) {
  if (!notice) return null
  return (
    <Alert kind={notice.kind === 'bad' ? 'bad' : 'plain'}>
      <div className={styles.bar}>
        <div className={styles.words}>
          {notice.words}
          {notice.kind === 'bad' && notice.details.length > 0 ? (
            <ul>
              {notice.details.map((detail) => (
                <li key={detail}>{detail}</li>
              ))}
            </ul>
          ) : null}
        </div>
        {notice.kind === 'deleted' ? (
          <Button onClick={onUndo}>
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
