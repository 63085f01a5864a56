'use client'

import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import type { WaitingState } from '@/lib/conversation/state'
import { estimateWords, microphoneWord, waitingWords } from '@/lib/conversation/status-copy'
import { clock } from '@/lib/plain-numbers'
import { useConversation } from './conversation-context'
import styles from './dock.module.css'
import { onePress } from './one-press'
import { useSecondsSince } from './use-seconds'

/** The queue for a free line: it starts by itself. What is announced of it the status line has. */
export function WaitingDock({ state }: { state: WaitingState }) {
  const { conversation, persona } = useConversation()
  const waited = useSecondsSince(state.since)
  const estimate = estimateWords(state.estimateSeconds)
  return (
    <Panel
      title={waitingWords.title(persona.name)}
      actions={
        <Button variant="quiet" surface="stage" data-first {...onePress(conversation.cancel)}>
          Cancel
        </Button>
      }
    >
      <p>
        {waitingWords.body}
        {estimate ? ` The wait is ${estimate}.` : ''}
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>Waited</dt>
          <dd>{clock(waited)}</dd>
        </div>
        <div>
          <dt>Microphone</dt>
          <dd>{microphoneWord(state.microphone)}</dd>
        </div>
      </dl>
    </Panel>
  )
}
