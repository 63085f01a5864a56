'use client'

import { Scene } from '@/components/ui/scene'
import type { Phase } from '@/lib/conversation/state'
import { useConversation, useConversationState } from './conversation-context'
import styles from './persona-video.module.css'
import { VoicePresence } from './voice-presence'

/** How dark the picture gets, so that what lies on it is the first thing seen. */
const dim: Record<Phase, 'none' | 'some' | 'more' | 'most'> = {
  idle: 'none',
  preparing: 'some',
  waiting: 'more',
  connecting: 'some',
  live: 'none',
  reconnecting: 'more',
  ending: 'more',
  ended: 'most',
  failed: 'most',
}

/** Poster and video in one place: the poster stays beneath until the first frame has faded in. */
export function PersonaVideo() {
  const { persona, videoRef, medium } = useConversation()
  const { phase } = useConversationState()
  const isSeen = phase === 'live' || phase === 'reconnecting' || phase === 'ending'
  const isWaiting = phase === 'preparing' || phase === 'waiting' || phase === 'connecting'
  return (
    <div className={styles.picture}>
      <Scene room={persona.room} pictureUrl={persona.pictureUrl} waiting={isWaiting} />
      <video
        ref={videoRef}
        id="persona-video"
        className={styles.video}
        aria-label="Persona video"
        data-seen={isSeen && medium === 'face'}
        playsInline
        autoPlay
      />
      <div className={styles.dim} data-dim={dim[phase]} />
      {medium === 'voice' && isSeen ? <VoicePresence /> : null}
    </div>
  )
}
