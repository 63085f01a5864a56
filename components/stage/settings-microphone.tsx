'use client'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { MicrophoneTrouble } from '@/lib/conversation/state'
import { useConversation, useConversationState, useStore } from './conversation-context'
import { LevelMeter } from './level-meter'
import { MicrophoneChoice } from './microphone-choice'
import { useMicrophoneRetry } from './microphone-notice-retry'
import { microphoneWordsHere } from './microphone-notice-words'
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
        <Trouble key={settled} settled={settled} />
      )}
    </div>
  )
}

function Trouble({ settled }: { settled: MicrophoneTrouble }) {
  const { persona } = useConversation()
  const { isOffered, isAsking, ask, trouble } = useMicrophoneRetry(settled)
  const { happened, remedy } = microphoneWordsHere(trouble, persona.name)
  return (
    <>
      <Alert kind="warn">
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
