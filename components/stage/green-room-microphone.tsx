'use client'

import { Check } from 'lucide-react'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { MicrophoneCheck } from '@/lib/conversation/devices-check'
import type { MicrophoneTrouble } from '@/lib/conversation/state'
import { useConversation, useStore } from './conversation-context'
import styles from './green-room.module.css'
import { LevelMeter } from './level-meter'
import { MicrophoneChoice } from './microphone-choice'
import { useMicrophoneAllowed } from './microphone-notice-retry'
import { useMicrophoneWords } from './microphone-notice-words'

/** Is there a microphone, which one, and does it hear anything? */
export function GreenRoomMicrophone({ check }: { check: MicrophoneCheck }) {
  const { preferences } = useConversation()
  const now = useStore(check.state)
  const [heard, setHeard] = useState<MediaStream | null>(null)
  const stream = now.status === 'granted' ? now.stream : null
  const onHeard = () => setHeard(stream)

  function choose(microphoneId: string) {
    preferences.change({ microphoneId })
    void check.ask(microphoneId)
  }

  if (now.status === 'granted' || now.status === 'asking' || now.status === 'off') {
    const isHeard = stream !== null && heard === stream
    return (
      <MicrophoneChoice stream={stream} onChoose={choose}>
        <LevelMeter stream={stream} onHeard={onHeard} />
        <p className={styles.note} role="status" data-ok={isHeard}>
          {isHeard ? <Check size={16} strokeWidth={2} aria-hidden /> : null}
          {isHeard
            ? 'Your microphone works.'
            : stream
              ? 'Say something: the bars follow your voice.'
              : 'Allow the microphone when the browser asks.'}
        </p>
      </MicrophoneChoice>
    )
  }

  return (
    <GreenRoomTrouble
      key={now.status}
      trouble={now.status}
      ask={() => check.ask(preferences.get().microphoneId)}
    />
  )
}

interface GreenRoomTroubleProps {
  trouble: MicrophoneTrouble
  ask: () => unknown
}

function GreenRoomTrouble({ trouble, ask }: GreenRoomTroubleProps) {
  const { happened, remedy } = useMicrophoneWords(trouble)
  useMicrophoneAllowed(ask)
  return (
    <div className={styles.group}>
      <p className={styles.label}>Microphone</p>
      <Alert kind="warn">
        {happened} {remedy}
      </Alert>
      <Button onClick={ask}>Try again</Button>
    </div>
  )
}
