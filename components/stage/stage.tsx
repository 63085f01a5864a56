'use client'

import type { RefObject } from 'react'
import { ConnectingDock } from './connecting-dock'
import { useConversation, useConversationState } from './conversation-context'
import { EndedDock } from './ended-dock'
import { FailedDock } from './failed-dock'
import { Hud } from './hud'
import { IdleDock } from './idle-dock'
import { LiveDock } from './live-dock'
import { PersonaVideo } from './persona-video'
import { ReconnectingNotice } from './reconnecting-notice'
import { useSpeakerOutput, useVolume } from './speaker-output'
import styles from './stage.module.css'
import { ToolShelf } from './tool-shelf'
import { useFocusOnPhase } from './use-focus-on-phase'
import { WaitingDock } from './waiting-dock'

export interface StageProps {
  maxSessionSeconds: number
  badge: string | undefined
  /** Where the next step is, at the bottom. */
  dock: RefObject<HTMLDivElement | null>
}

/** The room that somebody is in. It keeps its size and place in every state; the dock changes. */
export function Stage({ maxSessionSeconds, badge, dock }: StageProps) {
  const { persona, chooser } = useConversation()
  const state = useConversationState()
  const { phase } = state
  useFocusOnPhase(dock, phase)
  useSpeakerOutput()
  useVolume()
  return (
    <section
      className={styles.stage}
      aria-label={`Conversation with ${persona.name}`}
      data-surface="stage"
      data-phase={phase}
    >
      <PersonaVideo />
      <Hud badge={badge} />
      {phase === 'idle' ? chooser : null}
      <ToolShelf />
      <div ref={dock} className={styles.dock} data-phase={phase}>
        {state.phase === 'reconnecting' ? <ReconnectingNotice state={state} /> : null}
        <Dock maxSessionSeconds={maxSessionSeconds} />
      </div>
    </section>
  )
}

function Dock({ maxSessionSeconds }: { maxSessionSeconds: number }) {
  const state = useConversationState()
  switch (state.phase) {
    case 'idle':
      return <IdleDock maxSessionSeconds={maxSessionSeconds} />
    case 'waiting':
      return <WaitingDock state={state} />
    case 'preparing':
    case 'connecting':
      return <ConnectingDock state={state} />
    case 'live':
    case 'reconnecting':
    case 'ending':
      return <LiveDock state={state} />
    case 'ended':
      return <EndedDock state={state} />
    case 'failed':
      return <FailedDock failure={state.failure} />
  }
}
