'use client'

import { Volume2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { MicrophoneCheck } from '@/lib/conversation/devices-check'
import type { Sound } from '@/lib/conversation/notes'
import { playTestSound } from '@/lib/conversation/test-sound'
import { useConversation, useStore } from './conversation-context'
import styles from './green-room.module.css'
import { SpeakerChoice } from './speaker-choice'
import { VolumeChoice } from './speaker-volume'

const words = {
  silent: 'Two soft notes, through the speaker that the talk will use.',
  playing: 'Playing…',
  played: 'Nothing heard? Turn the volume up, or choose another speaker.',
  failed: 'The sound could not be played. Choose another speaker, then try again.',
}

/** Does the sound arrive where the visitor listens? */
export function GreenRoomSpeaker({ check }: { check: MicrophoneCheck }) {
  const { preferences } = useConversation()
  const now = useStore(check.state)
  const sound = useRef<Sound>(undefined)
  const [state, setState] = useState<keyof typeof words>('silent')

  useEffect(() => () => sound.current?.stop(), [])

  async function play() {
    sound.current?.stop()
    const { speakerId, volume } = preferences.get()
    const mine = playTestSound({ speakerId, volume })
    sound.current = mine
    setState('playing')
    const isPlayed = await mine.ended
    if (sound.current === mine) setState(isPlayed ? 'played' : 'failed')
  }

  return (
    <div className={styles.group}>
      <SpeakerChoice stream={now.status === 'granted' ? now.stream : null} />
      <VolumeChoice />
      <Button
        onClick={({ detail }) => {
          // It may lie where the second press of a double click on `Check sound` lands.
          if (detail < 2) void play()
        }}
      >
        <Volume2 size={18} strokeWidth={1.75} aria-hidden />
        Play test sound
      </Button>
      <p className={styles.note} role="status">
        {words[state]}
      </p>
    </div>
  )
}
