'use client'

import { Captions as CaptionsIcon, Hand, MessageSquareText, PhoneOff } from 'lucide-react'
import { useRef } from 'react'
import type { EndingState, LiveState, ReconnectingState } from '@/lib/conversation/state'
import { Control } from './control'
import styles from './control-bar.module.css'
import { useToolbar } from './control-bar-keys'
import { useBarWidth } from './control-bar-width'
import { useConversation, useStore } from './conversation-context'
import { useIsFullScreen } from './full-screen'
import { MicrophoneControl } from './microphone-control'
import { MoreControls, MoreMenu } from './more-menu'
import type { PushToTalk } from './push-to-talk'
import { Settings } from './settings'

const icon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const

export interface ControlBarProps {
  state: LiveState | ReconnectingState | EndingState
  talk: PushToTalk
  /** Opens the sheet of shortcuts. */
  onHelp: () => void
}

/** Every button is always there; one that cannot act now is dimmed. */
export function ControlBar({ state, talk, onHelp }: ControlBarProps) {
  const { conversation, preferences, sheet } = useConversation()
  const { captions } = useStore(preferences)
  const isSheetOpen = useStore(sheet)
  const width = useBarWidth()
  const isFull = useIsFullScreen()
  const bar = useRef<HTMLDivElement>(null)
  const popups = useRef<HTMLDivElement>(null)
  useToolbar(bar)
  const isEnding = state.phase === 'ending'
  return (
    <>
      <div ref={bar} className={styles.bar} role="toolbar" aria-label="Conversation">
        <MicrophoneControl state={state} talk={talk} />
        <Control
          label="Interrupt"
          shortcut="interrupt"
          isOff={isEnding || !state.personaSpeaking}
          onClick={conversation.interrupt}
        >
          <Hand {...icon} />
        </Control>
        <Control
          label="Captions"
          shortcut="captions"
          aria-pressed={captions}
          onClick={() => preferences.change({ captions: !captions })}
        >
          <CaptionsIcon {...icon} />
        </Control>
        {width === 'narrow' || isFull ? (
          <Control
            label="Transcript"
            shortcut="transcript"
            aria-expanded={isSheetOpen}
            onClick={() => sheet.set(!isSheetOpen)}
          >
            <MessageSquareText {...icon} />
          </Control>
        ) : null}
        <Settings />
        {width === 'wide' ? (
          <MoreControls onHelp={onHelp} />
        ) : (
          <MoreMenu onHelp={onHelp} container={popups} />
        )}
        <Control
          label="End conversation"
          className={styles.end}
          isOff={isEnding}
          onClick={conversation.end}
        >
          <PhoneOff {...icon} />
          <span className={styles.word} aria-hidden>
            End
          </span>
        </Control>
      </div>
      {/* A menu at the end of the page would be in none of its landmarks. */}
      <div ref={popups} className={styles.popups} />
    </>
  )
}
