'use client'

import { PersonaChooser } from '@/components/persona/persona-chooser'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Panel } from '@/components/ui/panel'
import type { EndedState } from '@/lib/conversation/state'
import { endWords } from '@/lib/conversation/status-copy'
import { isSaid } from '@/lib/conversation/transcript'
import { editorAddress } from '@/lib/personas/editor-address'
import { clock } from '@/lib/plain-numbers'
import { useConversation, useStore } from './conversation-context'
import styles from './dock.module.css'
import { TranscriptFact } from './ended-dock-transcript'
import { onePress } from './one-press'
import { Rating } from './rating'

/** How long it was, who ended it and what is left of it, then the next step. */
export function EndedDock({ state }: { state: EndedState }) {
  const { conversation, persona, isDraft, personas, choose, sheet, start } = useConversation()
  const entries = useStore(conversation.transcript.turns)
  // The conversation there goes on: a plain start would be refused because of it.
  const takeOver = state.reason === 'taken_over'
  return (
    <Panel
      title={`You talked with ${persona.name}`}
      actions={
        <>
          <Button variant="primary" surface="stage" {...onePress(() => start({ takeOver }))}>
            {takeOver ? 'Talk here instead' : 'Talk again'}
          </Button>
          {entries.length > 0 ? (
            <Button
              variant="quiet"
              surface="stage"
              className={styles.narrow}
              onClick={() => sheet.set(true)}
            >
              Read transcript
            </Button>
          ) : null}
          {isDraft ? (
            <ButtonLink variant="quiet" surface="stage" href={editorAddress(persona.id)}>
              Back to the editor
            </ButtonLink>
          ) : null}
          <PersonaChooser personas={personas} chosen={persona.id} onChoose={choose}>
            <Button variant="quiet" surface="stage">
              Choose someone else
            </Button>
          </PersonaChooser>
        </>
      }
    >
      <p>{endWords(state.reason, persona.name)}</p>
      <dl className={styles.facts}>
        <div>
          <dt>Duration</dt>
          <dd>{clock(state.seconds)}</dd>
        </div>
        <div>
          <dt>Turns</dt>
          <dd>{entries.filter(isSaid).length}</dd>
        </div>
        <TranscriptFact isEmpty={entries.length === 0} />
      </dl>
      <Rating key={state.sessionId} sessionId={state.sessionId} />
    </Panel>
  )
}
