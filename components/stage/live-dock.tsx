'use client'

import { Volume2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import {
  type EndingState,
  isTalking,
  type LiveState,
  type ReconnectingState,
} from '@/lib/conversation/state'
import { Captions } from './captions'
import { ControlBar } from './control-bar'
import { useConversation, useStore } from './conversation-context'
import styles from './live-dock.module.css'
import { MicrophoneNotice } from './microphone-notice'

/** While people talk: what is said, over the controls. */
export function LiveDock({ state }: { state: LiveState | ReconnectingState | EndingState }) {
  const { conversation } = useConversation()
  const isSoundBlocked = useStore(conversation.soundBlocked)
  const { microphone } = state
  const isHeard = microphone === 'granted' || microphone === 'off'
  return (
    <>
      <div className={styles.above}>
        {isSoundBlocked ? (
          <Button
            variant="primary"
            size="big"
            surface="stage"
            className={styles.sound}
            onClick={() => void conversation.playSound()}
          >
            <Volume2 size={20} strokeWidth={1.75} aria-hidden />
            Turn sound on
          </Button>
        ) : null}
        {isTalking(state) && !isHeard ? (
          <MicrophoneNotice key={microphone} trouble={microphone} />
        ) : null}
        <Captions isReconnecting={state.phase === 'reconnecting'} />
      </div>
      <ControlBar state={state} />
    </>
  )
}
