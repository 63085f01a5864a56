'use client'

import type { Route } from 'next'
import { PersonaChooser } from '@/components/persona/persona-chooser'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Panel } from '@/components/ui/panel'
import { browserFamily } from '@/lib/conversation/browser-family'
import type { Failure } from '@/lib/conversation/failure'
import { failureWords } from '@/lib/conversation/failure-copy'
import { type Medium, roomAddress } from '@/lib/conversation/mediums'
import { useConversation, useStore } from './conversation-context'
import styles from './dock.module.css'
import { TranscriptFact } from './ended-dock-transcript'
import { NetworkLine } from './failed-dock-network'
import { RetryCountdown, RetryLater, useRetryTime } from './failed-dock-wait'
import { onePress } from './one-press'

const isFirefox = () => browserFamily(navigator.userAgent, navigator.maxTouchPoints) === 'firefox'

/** What happened, what to do, and the reference that finds it in the server's log. */
export function FailedDock({ failure }: { failure: Failure }) {
  const { conversation, medium, persona, personas, choose, start, isGuest } = useConversation()
  const kept = useStore(conversation.kept)
  const { title, body, action } = failureWords(failure, persona.name, {
    isFirefox: isFirefox(),
    medium,
  })
  const time = useRetryTime(action === 'retry-later' ? failure.retryAfter : undefined)
  const reference = [failure.code, failure.requestId && `request ${failure.requestId}`]
  const isNetwork = failure.code === 'offline' || failure.code === 'connection_lost'
  return (
    <Panel
      title={title}
      reference={reference.filter(Boolean).join(' · ')}
      actions={
        <>
          {action === 'take-over' ? (
            <Button
              variant="primary"
              surface="stage"
              {...onePress(() => start({ takeOver: true }))}
            >
              End it and start here
            </Button>
          ) : null}
          {action === 'retry' || action === 'take-over' ? (
            <Button
              variant={action === 'retry' ? 'primary' : 'quiet'}
              surface="stage"
              {...onePress(() => start())}
            >
              Try again
            </Button>
          ) : null}
          {action === 'retry-later' ? <RetryLater time={time} onRetry={() => start()} /> : null}
          {action === 'retry-later' && isGuest ? (
            <ButtonLink href={signInHref(persona.id, medium)} variant="quiet" surface="stage">
              Sign in with email
            </ButtonLink>
          ) : null}
          {action === 'sign-in' ? (
            <ButtonLink href={signInHref(persona.id, medium)} variant="primary" surface="stage">
              Sign in
            </ButtonLink>
          ) : null}
          {action === 'choose' ? (
            <PersonaChooser personas={personas} chosen={persona.id} onChoose={choose}>
              <Button variant="primary" surface="stage">
                Choose someone else
              </Button>
            </PersonaChooser>
          ) : null}
          <Button variant="quiet" surface="stage" onClick={conversation.dismiss}>
            Back
          </Button>
        </>
      }
    >
      <div role="alert" className={styles.alert}>
        <p>{body}</p>
        {time.isKnown ? <p id={time.wordsId}>{time.words}</p> : null}
      </div>
      {kept === 'no' ? null : (
        <dl className={styles.facts}>
          <TranscriptFact isEmpty={false} />
        </dl>
      )}
      {time.isKnown ? <RetryCountdown seconds={time.seconds} /> : null}
      {isNetwork ? <NetworkLine /> : null}
    </Panel>
  )
}

/** Back to the same persona after signing in. */
function signInHref(personaId: string, medium: Medium): Route {
  const next = roomAddress({ personaId, medium })
  return `/sign-in?next=${encodeURIComponent(next)}`
}
