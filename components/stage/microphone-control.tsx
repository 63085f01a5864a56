'use client'

import { Mic, MicOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { watchLevel } from '@/lib/conversation/level'
import type { EndingState, LiveState, ReconnectingState } from '@/lib/conversation/state'
import { Control, type ControlProps } from './control'
import styles from './control-bar.module.css'
import { useConversation, useStore } from './conversation-context'
import type { PushToTalk } from './push-to-talk'

export interface MicrophoneControlProps {
  state: LiveState | ReconnectingState | EndingState
  talk: PushToTalk
}

/**
 * Mutes and unmutes; in push to talk it is heard while held. Its ring is the real level of the
 * input: no sound, no ring.
 */
export function MicrophoneControl({ state, talk }: MicrophoneControlProps) {
  const { conversation, preferences } = useConversation()
  const { pushToTalk } = useStore(preferences)
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
      shortcut="mute"
      className={`${styles.microphone} ${isShut ? styles.shut : ''}`}
      isOff={isOff}
      data-first
      data-talk-button
      {...(pushToTalk ? holds(talk) : { onClick: talk.toggle })}
    >
      <Icon size={20} strokeWidth={1.75} aria-hidden />
    </Control>
  )
}

/** Held by a pointer, it is heard until that lets go, wherever it is by then. */
function holds(talk: PushToTalk): Partial<ControlProps> {
  const release = () => talk.release('button')
  return {
    onPointerDown(event) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      talk.press('button')
    },
    onPointerUp: release,
    onPointerCancel: release,
    onLostPointerCapture: release,
    // A long press on a touch screen would open a menu.
    onContextMenu: (event) => event.preventDefault(),
    // The click after a hold; a click without a pointer is a key or a screen reader, which cannot hold.
    onClick: (event) => {
      if (event.detail === 0) talk.toggle()
    },
  }
}
