'use client'

import { useEffect, useLayoutEffect, useState } from 'react'
import {
  type EndingState,
  isTalking,
  type LiveState,
  type ReconnectingState,
} from '@/lib/conversation/state'
import { Captions } from './captions'
import { ConnectionHint } from './connection-hint'
import { ControlBar } from './control-bar'
import { useConversation, useStore } from './conversation-context'
import { leaveFullScreen } from './full-screen'
import styles from './live-dock.module.css'
import { SoundButton } from './live-dock-sound'
import { MicrophoneNotice } from './microphone-notice'
import { leavePictureInPicture } from './picture-in-picture'
import { createPushToTalk } from './push-to-talk'
import { PushToTalkHint } from './push-to-talk-hint'
import { useShortcuts } from './shortcuts'
import { ShortcutsSheet } from './shortcuts-sheet'
import { ToolAnnouncer } from './tool-announcer'
import { ToolQuestion } from './tool-question'
import { keepAwake } from './wake-lock'

/** While people talk: what is said, over the controls. */
export function LiveDock({ state }: { state: LiveState | ReconnectingState | EndingState }) {
  const { conversation, preferences } = useConversation()
  const { pushToTalk } = useStore(preferences)
  const isSoundBlocked = useStore(conversation.soundBlocked)
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const [help] = useState(() => () => setIsHelpOpen(true))
  const [talk] = useState(() => createPushToTalk(conversation))
  const end = useShortcuts(talk, help)
  const isEndHeld = useStore(end.isHeld)
  const { microphone } = state
  const isHeard = microphone === 'granted' || microphone === 'off'

  // Before anything is painted: nobody is heard who did not press.
  useLayoutEffect(() => talk.setMode(pushToTalk ? 'push' : 'open'), [talk, pushToTalk])
  useEffect(keepAwake, [])
  useEffect(
    () => () => {
      void leavePictureInPicture()
      void leaveFullScreen()
    },
    [],
  )

  return (
    <>
      <div className={styles.above}>
        <div className={styles.over}>
          <ConnectionHint
            isReconnecting={state.phase === 'reconnecting'}
            instead={isEndHeld ? 'Keep holding E to end the conversation.' : undefined}
          />
          {isTalking(state) && !isHeard ? (
            <MicrophoneNotice key={microphone} trouble={microphone} />
          ) : null}
          {isSoundBlocked ? <SoundButton /> : null}
          <ToolQuestion />
        </div>
        <ToolAnnouncer />
        <Captions isReconnecting={state.phase === 'reconnecting'} />
      </div>
      {pushToTalk && microphone === 'granted' ? <PushToTalkHint muted={state.muted} /> : null}
      {/* Any press in it is the one that the browser wants before it plays sound. */}
      <div
        className={styles.controls}
        onClickCapture={isSoundBlocked ? () => void conversation.playSound() : undefined}
      >
        <ControlBar state={state} talk={talk} onHelp={help} />
      </div>
      <ShortcutsSheet isOpen={isHelpOpen} onOpenChange={setIsHelpOpen} />
    </>
  )
}
