'use client'

import { Button } from '@/components/ui/button'
import type { Keeping } from '@/lib/personas/editor/desk-state'
import styles from './save-bar.module.css'

export interface SaveBarProps {
  keeping: Keeping
  /** Something in the form is not as it is saved. */
  isChanged: boolean
  isSaving: boolean
  isReady: boolean
  onDiscard: () => void
}

/** Whether what was written is kept, in words, and the two ways on. */
export function SaveBar({ keeping, isChanged, isSaving, isReady, onDiscard }: SaveBarProps) {
  const { words, tone } = keepingWords(keeping, isChanged)
  return (
    <div className={styles.bar}>
      <p className={styles.words} role="status" data-tone={tone}>
        {words}
        {keeping.kind === 'signed-out' ? (
          <>
            {' '}
            <a href="/sign-in" target="_blank" rel="noreferrer">
              Sign in in a new tab
            </a>
          </>
        ) : null}
      </p>
      <Button variant="plain" disabled={!isReady || !isChanged} onClick={onDiscard}>
        Discard
      </Button>
      <Button type="submit" variant="primary" disabled={!isReady} aria-disabled={isSaving}>
        {isSaving ? 'Saving' : 'Save'}
      </Button>
    </div>
  )
}

/** The state of a persona that is being written, for the person who writes it. */
function keepingWords(
  keeping: Keeping,
  isChanged: boolean,
): { words: string; tone: 'ok' | 'wait' | 'bad' } {
  switch (keeping.kind) {
    case 'saved':
      if (isChanged) return { words: 'Not saved yet', tone: 'wait' }
      return { words: keeping.at ? 'Saved' : '', tone: 'ok' }
    case 'typing':
      return { words: 'Not saved yet', tone: 'wait' }
    case 'kept':
      return { words: `Draft kept at ${clockTime(keeping.at)}`, tone: 'wait' }
    case 'offline':
      return { words: 'Not kept: you are offline. It is tried again by itself.', tone: 'bad' }
    case 'signed-out':
      return { words: 'Not kept: your session has ended.', tone: 'bad' }
    case 'conflict':
      return { words: 'Not kept: changed in another tab.', tone: 'bad' }
    case 'gone':
      return { words: 'This persona was deleted. Copy what you need.', tone: 'bad' }
    case 'failed':
      return { words: `Not kept. ${keeping.words}`, tone: 'bad' }
  }
}

const clockTime = (at: number) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at)
