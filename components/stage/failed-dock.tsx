'use client'

import { PersonaChooser } from '@/components/persona/persona-chooser'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Panel } from '@/components/ui/panel'
import type { Failure } from '@/lib/conversation/failure'
import { failureWords } from '@/lib/conversation/failure-copy'
import { useConversation } from './conversation-context'
import { onePress } from './one-press'

/** What happened, what to do, and the reference that finds it in the server's log. */
export function FailedDock({ failure }: { failure: Failure }) {
  const { conversation, persona, personas, choose, start } = useConversation()
  const { title, body, action } = failureWords(failure, persona.name)
  const reference = [failure.code, failure.requestId && `request ${failure.requestId}`]
  return (
    <Panel
      title={title}
      reference={reference.filter(Boolean).join(' · ')}
      actions={
        <>
          {action === 'retry' ? (
            <Button variant="primary" surface="stage" {...onePress(() => start())}>
              Try again
            </Button>
          ) : null}
          {action === 'sign-in' ? (
            <ButtonLink href="/sign-in?next=/talk" variant="primary" surface="stage">
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
      <p role="alert">{body}</p>
    </Panel>
  )
}
