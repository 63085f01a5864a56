'use client'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { MicrophoneTrouble } from '@/lib/conversation/state'
import { useConversation, useConversationState, useStore } from './conversation-context'
import { LevelMeter } from './level-meter'
import { MicrophoneChoice } from './microphone-choice'
import { useMicrophoneRetry } from './microphone-notice-retry'
import { useMicrophoneWords } from './microphone-notice-words'
import styles from './settings.module.css'

/** The microphone of the running conversation: another one takes over without a new session. */
export function SettingsMicrophone() {
  const { conversation, preferences } = useConversation()
  const state = useConversationState()
  const stream = useStore(conversation.stream)
  const settled = 'microphone' in state ? state.microphone : 'off'

  function choose(microphoneId: string) {
    preferences.change({ microphoneId })
    void conversation.chooseMicrophone(microphoneId)
  }

  return (
    <div className={styles.group}>
      <MicrophoneChoice stream={stream} onChoose={choose}>
        <LevelMeter stream={stream} />
      </MicrophoneChoice>
      {settled === 'granted' || settled === 'off' || settled === 'asking' ? null : (
        <Trouble key={settled} trouble={settled} />
      )}
    </div>
  )
}

function Trouble({ trouble }: { trouble: MicrophoneTrouble }) {
  const { isOffered, isAsking, hasFailed, ask } = useMicrophoneRetry(trouble)
  const { happened, remedy } = useMicrophoneWords(trouble)
  return (
    <>
      <Alert kind="warn">
        {hasFailed ? 'Still the same. ' : ''}
        {happened} {remedy}
      </Alert>
      {isOffered ? (
        <Button aria-disabled={isAsking} onClick={isAsking ? undefined : ask}>
          {isAsking ? 'Asking…' : 'Try again'}
        </Button>
      ) : null}
    </>
  )
}
