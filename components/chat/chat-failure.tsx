'use client'

import type { Route } from 'next'
import { PersonaChooser } from '@/components/persona/persona-chooser'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import type { Failure } from '@/lib/conversation/failure'
import { failureWords } from '@/lib/conversation/failure-copy'
import { roomAddress } from '@/lib/conversation/mediums'
import { RetryLater, useRetryTime } from '../stage/failed-dock-wait'
import { useChat } from './chat-context'
import styles from './chat-failure.module.css'

/** What happened, what to do, and the reference that finds it in the server's log. */
export function ChatFailure({ failure }: { failure: Failure }) {
  const { chat, persona, personas, choose, isGuest } = useChat()
  const { title, body, action } = failureWords(failure, persona.name, { medium: 'text' })
  const time = useRetryTime(action === 'retry-later' ? failure.retryAfter : undefined, 'write')
  const reference = [failure.code, failure.requestId && `request ${failure.requestId}`]
  return (
    <Alert className={styles.failure}>
      <p className={styles.title}>{title}</p>
      <p>{body}</p>
      {time.isKnown ? <p id={time.wordsId}>{time.words}</p> : null}
      <div className={styles.actions}>
        {action === 'retry' || action === 'take-over' ? (
          <Button variant="primary" onClick={chat.retry}>
            Try again
          </Button>
        ) : null}
        {action === 'retry-later' ? (
          <RetryLater surface="page" time={time} onRetry={chat.retry} />
        ) : null}
        {action === 'retry-later' && isGuest ? (
          <ButtonLink href={signInHref(persona.id)}>Sign in with email</ButtonLink>
        ) : null}
        {action === 'sign-in' ? (
          <ButtonLink href={signInHref(persona.id)} variant="primary">
            Sign in
          </ButtonLink>
        ) : null}
        {action === 'choose' ? (
          <PersonaChooser personas={personas} chosen={persona.id} onChoose={choose}>
            <Button variant="primary">Choose someone else</Button>
          </PersonaChooser>
        ) : null}
      </div>
      <p className={styles.reference}>{reference.filter(Boolean).join(' · ')}</p>
    </Alert>
  )
}

/** Back to the same chat after signing in: what was said is still in this tab. */
function signInHref(personaId: string): Route {
  const next = roomAddress({ medium: 'chat', personaId })
  return `/sign-in?next=${encodeURIComponent(next)}`
}
