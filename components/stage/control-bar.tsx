'use client'

import { Captions as CaptionsIcon, Hand, MessageSquareText, PhoneOff } from 'lucide-react'
import type { EndingState, LiveState, ReconnectingState } from '@/lib/conversation/state'
import { Control } from './control'
import styles from './control-bar.module.css'
import { useConversation, useStore } from './conversation-context'
import { MicrophoneControl } from './microphone-control'
import { Settings } from './settings'

const icon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Every button is always there; one that cannot act now is dimmed. */
export function ControlBar({ state }: { state: LiveState | ReconnectingState | EndingState }) {
  const { conversation, preferences, sheet } = useConversation()
  const { captions } = useStore(preferences)
  const isSheetOpen = useStore(sheet)
  const isEnding = state.phase === 'ending'
  return (
    <div className={styles.bar} role="toolbar" aria-label="Conversation">
      <MicrophoneControl state={state} />
      <Control
        label="Interrupt"
        isOff={isEnding || !state.personaSpeaking}
        onClick={conversation.interrupt}
      >
        <Hand {...icon} />
      </Control>
      <Control
        label="Captions"
        aria-pressed={captions}
        onClick={() => preferences.set({ ...preferences.get(), captions: !captions })}
      >
        <CaptionsIcon {...icon} />
      </Control>
      <Control
        label="Transcript"
        className={styles.narrow}
        aria-expanded={isSheetOpen}
        onClick={() => sheet.set(!isSheetOpen)}
      >
        <MessageSquareText {...icon} />
      </Control>
      <Settings isHeard={state.microphone === 'granted' || state.microphone === 'lost'} />
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
  )
}
