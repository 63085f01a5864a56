'use client'

import { Mic, MicOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { watchLevel } from '@/lib/conversation/level'
import type { EndingState, LiveState, ReconnectingState } from '@/lib/conversation/state'
import { Control } from './control'
import styles from './control-bar.module.css'
import { useConversation, useStore } from './conversation-context'

/** Mutes and unmutes. Its ring is the real level of the input: no sound, no ring. */
export function MicrophoneControl({
  state,
}: {
  state: LiveState | ReconnectingState | EndingState
}) {
  const { conversation } = useConversation()
  const stream = useStore(conversation.stream)
  const button = useRef<HTMLButtonElement>(null)
  const { muted } = state
  const isOff = state.microphone !== 'granted' || state.phase === 'ending'
  const isShut = muted || state.microphone !== 'granted'

  useEffect(() => {
    const element = button.current
    if (!stream || muted) return
    const stop = watchLevel(stream, (level) => element?.style.setProperty('--level', `${level}`))
    return () => {
      stop()
      element?.style.removeProperty('--level')
    }
  }, [stream, muted])

  const Icon = isShut ? MicOff : Mic
  return (
    <Control
      ref={button}
      label={muted ? 'Unmute microphone' : 'Mute microphone'}
      className={`${styles.microphone} ${isShut ? styles.shut : ''}`}
      isOff={isOff}
      data-first
      onClick={() => conversation.setMuted(!muted)}
    >
      <Icon size={20} strokeWidth={1.75} aria-hidden />
    </Control>
  )
}
