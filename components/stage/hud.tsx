'use client'

import { Badge } from '@/components/ui/badge'
import { Pip, type PipProps } from '@/components/ui/pip'
import { isAtRest, isTalking, type State, speaker } from '@/lib/conversation/state'
import { announcedWords, statusWords } from '@/lib/conversation/status-copy'
import { useConversation, useConversationState } from './conversation-context'
import styles from './hud.module.css'
import { TimeLeft } from './time-left'

/** State at the top left, time left at the top right, the badge beside it on a phone. */
export function Hud({ badge }: { badge: string | undefined }) {
  const { persona, scene } = useConversation()
  const state = useConversationState()
  // At rest the dock's panel says it, and the page's header takes this place on a phone.
  const isResting = isAtRest(state)
  return (
    <div className={styles.hud}>
      {/* Whose turn it is can be heard; only what changes beyond that is announced. */}
      <p className="sr-only" aria-live="polite">
        {announcedWords(withoutTurns(state), persona.name).map((words, part) => (
          <span key={parts[part]}>{words} </span>
        ))}
      </p>
      <p className={isResting ? 'sr-only' : styles.status} role="status" aria-live="off">
        {isResting ? null : <Pip kind={pipOf(state)} />}
        <span className={styles.words}>{statusWords(state, persona.name)}</span>
      </p>
      {scene.name && !isResting ? <p className={styles.about}>About: {scene.name}</p> : null}
      <div className={styles.end}>
        {badge && !isResting ? (
          <Badge kind="label" surface="stage" className={styles.badge}>
            {badge}
          </Badge>
        ) : null}
        {isTalking(state) ? <TimeLeft endsAt={state.endsAt} name={persona.name} /> : null}
      </div>
    </div>
  )
}

/** What is said and what may change of it, each a part that is read by itself. */
const parts = ['state', 'detail']

function withoutTurns(state: State): State {
  if (!isTalking(state)) return state
  return { ...state, personaSpeaking: false, visitorSpeaking: false, awaitingAnswer: false }
}

function pipOf(state: State): NonNullable<PipProps['kind']> {
  switch (state.phase) {
    case 'preparing':
    case 'waiting':
    case 'connecting':
    case 'reconnecting':
    case 'ending':
      return 'wait'
    case 'failed':
      return 'bad'
    case 'live':
      if (speaker(state) !== 'nobody') return 'ok'
      return state.muted || state.microphone !== 'granted' ? 'todo' : 'ok'
    default:
      return 'todo'
  }
}
