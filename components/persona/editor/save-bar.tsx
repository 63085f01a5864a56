'use client'

import { onePress } from '@/components/stage/one-press'
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
  /** Brings back what was discarded, or gave way to another tab's; undefined where nothing was. */
  onUndo: (() => void) | undefined
  /** Takes the reader to what has to be decided first. */
  onDecide: () => void
}

/** Whether what was written is kept, in words, and the ways on. Saving waits for what has to be decided. */
export function SaveBar({
  keeping,
  isChanged,
  isSaving,
  isReady,
  onDiscard,
  onUndo,
  onDecide,
}: SaveBarProps) {
  const { words, tone } = keepingWords(keeping, isChanged, onUndo !== undefined)
  // In the place of `Discard`, so that the focus stays.
  const isUndo = onUndo !== undefined && !isChanged
  return (
    <div className={styles.bar}>
      {/* Every pause in typing keeps the draft: only what is more than that is heard. */}
      <p
        className={styles.words}
        role="status"
        aria-live={tone === 'wait' ? 'off' : 'polite'}
        data-tone={tone}
      >
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
      <div className={styles.acts}>
        {onUndo && isChanged ? (
          <Button variant="plain" {...onePress(onUndo)}>
            Bring mine back
          </Button>
        ) : null}
        <Button
          variant="plain"
          disabled={!isReady || !(isChanged || isUndo)}
          {...onePress(isUndo ? onUndo : onDiscard)}
        >
          {isUndo ? 'Undo' : 'Discard'}
        </Button>
        {keeping.kind === 'conflict' || keeping.kind === 'gone' ? (
          <Button variant="primary" onClick={onDecide}>
            Decide
          </Button>
        ) : (
          <Button type="submit" variant="primary" disabled={!isReady} aria-disabled={isSaving}>
            {isSaving ? 'Saving' : 'Save'}
          </Button>
        )}
      </div>
    </div>
  )
}

/** The state of a persona that is being written, for the person who writes it. */
function keepingWords(
  keeping: Keeping,
  isChanged: boolean,
  wasPutAside: boolean,
): { words: string; tone: 'ok' | 'wait' | 'bad' } {
  switch (keeping.kind) {
    case 'saved':
      if (isChanged) return { words: 'Not saved yet', tone: 'wait' }
      if (wasPutAside) return { words: 'Back to what is saved', tone: 'ok' }
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
      return { words: 'Not kept: this persona was deleted.', tone: 'bad' }
    case 'failed':
      return { words: `Not kept. ${keeping.words}`, tone: 'bad' }
  }
}

const clockTime = (at: number) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at)
