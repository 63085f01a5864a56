'use client'

import { useRef } from 'react'
import { isAtRest } from '@/lib/conversation/state'
import { TranscriptPane } from '../transcript/transcript-pane'
import { useConversation, useConversationState, useStore } from './conversation-context'
import { Stage } from './stage'
import { StillThere } from './still-there'
import styles from './talk-room.module.css'

export interface TalkRoomProps {
  /** How long a talk may last, in seconds. */
  maxSessionSeconds: number
  badge: string | undefined
}

/** The stage and, beside it or over it, the transcript. */
export function TalkRoom({ maxSessionSeconds, badge }: TalkRoomProps) {
  const { persona, sheet } = useConversation()
  const state = useConversationState()
  const isSheetOpen = useStore(sheet)
  const atRest = isAtRest(state)
  const dock = useRef<HTMLDivElement>(null)
  return (
    <main id="main" className={styles.room} data-talking={!atRest} data-sheet={isSheetOpen}>
      {state.phase === 'idle' ? null : <h1 className="sr-only">Talk with {persona.name}</h1>}
      <Stage maxSessionSeconds={maxSessionSeconds} badge={badge} dock={dock} />
      <StillThere covers={dock} />
      <TranscriptPane isTalking={!atRest} />
    </main>
  )
}
