'use client'

import { Play } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Scene } from '@/components/ui/scene'
import { firstWords, type PersonaContent } from '@/lib/personas/persona'
import styles from './preview.module.css'

export interface PreviewProps {
  persona: PersonaContent
  pictureUrl: string | null
  isReady: boolean
  onPreview: () => void
}

/** Who it will be, and a way to talk to them as they are written. */
export function Preview({ persona, pictureUrl, isReady, onPreview }: PreviewProps) {
  const greeting = firstWords(persona)
  return (
    <aside className={styles.preview} aria-label="Preview">
      <div className={styles.stage} data-surface="stage">
        <Scene room={persona.room} pictureUrl={pictureUrl} />
        <div className={styles.dock}>
          {greeting?.trim() ? <p className={styles.caption}>{greeting}</p> : null}
          <Button
            variant="primary"
            size="big"
            surface="stage"
            disabled={!isReady}
            onClick={onPreview}
          >
            <Play size={20} strokeWidth={1.75} aria-hidden />
            Preview
          </Button>
        </div>
      </div>
      <p className={styles.hint}>
        Talks with what you have typed. It counts as one of your conversations this hour.
      </p>
    </aside>
  )
}
