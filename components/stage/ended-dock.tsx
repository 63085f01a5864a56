'use client'

import { PersonaChooser } from '@/components/persona/persona-chooser'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { EndedState } from '@/lib/conversation/state'
import { endWords } from '@/lib/conversation/status-copy'
import { clock } from '@/lib/plain-numbers'
import { useConversation, useStore } from './conversation-context'
import styles from './dock.module.css'
import { onePress } from './one-press'

/** How long it was and who ended it, then the next step. */
export function EndedDock({ state }: { state: EndedState }) {
  const { conversation, persona, personas, choose, sheet, start } = useConversation()
  const turns = useStore(conversation.transcript.turns).length
  return (
    <Panel
      title={`You talked with ${persona.name}`}
      actions={
        <>
          <Button variant="primary" surface="stage" {...onePress(() => start())}>
            Talk again
          </Button>
          {turns > 0 ? (
            <Button
              variant="quiet"
              surface="stage"
              className={styles.narrow}
              onClick={() => sheet.set(true)}
            >
              Read transcript
            </Button>
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
          <dd>{turns}</dd>
        </div>
      </dl>
    </Panel>
  )
}
