'use client'

import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { useConversation, useStore } from '../stage/conversation-context'
import { Composer } from './composer'
import { Log } from './log'
import { TakeTranscript } from './take-transcript'
import styles from './transcript-pane.module.css'

/** What was said. Beside the stage from 1000 px; below that a sheet over it. */
export function TranscriptPane({ isTalking }: { isTalking: boolean }) {
  const { sheet, takesText, persona } = useConversation()
  const isOpen = useStore(sheet)
  const close = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!isOpen) return
    const before = document.activeElement
    close.current?.focus({ preventScroll: true })
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') sheet.set(false)
    }
    addEventListener('keydown', onKey)
    return () => {
      removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [isOpen, sheet])

  return (
    <aside className={styles.pane} aria-labelledby="transcript-title" data-open={isOpen}>
      <div className={styles.head}>
        <h2 id="transcript-title">Transcript</h2>
        <div className={styles.end}>
          <TakeTranscript />
          <Button
            ref={close}
            size="icon"
            variant="plain"
            className={styles.close}
            aria-label="Close transcript"
            onClick={() => sheet.set(false)}
          >
            <X size={20} strokeWidth={1.75} aria-hidden />
          </Button>
        </div>
      </div>
      <Log isTalking={isTalking} />
      {takesText ? (
        <Composer />
      ) : (
        <p className={styles.listens}>
          By voice only: what you would type does not reach {persona.name}.
        </p>
      )}
    </aside>
  )
}
