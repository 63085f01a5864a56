'use client'

import { type KeyboardEvent, type PointerEvent, type RefObject, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { isTalking } from '@/lib/conversation/state'
import { clock } from '@/lib/plain-numbers'
import { useConversation, useConversationState } from './conversation-context'
import { onePress } from './one-press'
import styles from './still-there.module.css'
import { useBorrowedFocus } from './still-there-focus'
import { useSecondsUntil } from './use-seconds'

export interface StillThereProps {
  /** What it lies on. */
  covers: RefObject<HTMLElement | null>
}

/** Asks whether anybody is there, at the bottom of the stage and over the transcript's sheet. */
export function StillThere({ covers }: StillThereProps) {
  const state = useConversationState()
  if (!isTalking(state) || state.leavesAt === undefined) return null
  return <Question leavesAt={state.leavesAt} covers={covers} />
}

/**
 * Any press and any key on the page answers the question. These are aimed at one of its buttons, so
 * they must not take it away before the button has heard them.
 */
const aimed = {
  onPointerDown(event: PointerEvent) {
    if (event.target instanceof Element && event.target.closest('button')) event.stopPropagation()
  },
  onKeyDown(event: KeyboardEvent) {
    if (['Tab', 'Shift', 'Enter', ' '].includes(event.key)) event.stopPropagation()
  },
}

function Question({ leavesAt, covers }: StillThereProps & { leavesAt: number }) {
  const { conversation, persona } = useConversation()
  const box = useRef<HTMLElement>(null)
  const wordsId = useId()
  const seconds = useSecondsUntil(leavesAt)
  useBorrowedFocus(box, covers)
  return (
    <Panel
      ref={box}
      role="alertdialog"
      aria-describedby={wordsId}
      className={styles.question}
      title="Are you still there?"
      {...aimed}
      actions={
        <>
          <Button variant="primary" surface="stage" data-first {...onePress(conversation.here)}>
            I’m here
          </Button>
          <Button variant="quiet" surface="stage" {...onePress(conversation.end)}>
            End conversation
          </Button>
        </>
      }
    >
      <p id={wordsId}>
        {persona.name} has heard nothing for a while. Without an answer the talk ends by itself.
      </p>
      <p className={styles.time}>
        It ends in{' '}
        <span role="timer" aria-label="Time to answer">
          {clock(seconds)}
        </span>
      </p>
    </Panel>
  )
}
