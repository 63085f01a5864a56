'use client'

import { Button } from '@/components/ui/button'
import type { WaitingState } from '@/lib/conversation/state'
import { useConversation } from './conversation-context'
import styles from './dock.module.css'
import { onePress } from './one-press'

/** The queue for a free line: it starts by itself. */
export function WaitingDock({ state }: { state: WaitingState }) {
  const { conversation, persona } = useConversation()
  return (
    <>
      <p className={styles.fine}>
        Every line to {persona.name} is taken
        {state.estimateSeconds ? `: about ${state.estimateSeconds} s` : ''}.
      </p>
      <Button
        variant="quiet"
        size="big"
        surface="stage"
        className={styles.step}
        data-first
        {...onePress(conversation.cancel)}
      >
        Cancel
      </Button>
    </>
  )
}
