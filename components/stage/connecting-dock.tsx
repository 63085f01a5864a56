'use client'

import { Check, Minus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Pip } from '@/components/ui/pip'
import type { ConnectingState, PreparingState } from '@/lib/conversation/state'
import { useConversation } from './conversation-context'
import styles from './dock.module.css'
import { onePress } from './one-press'

type Progress = 'done' | 'skipped' | 'now' | 'todo'

/** What has happened and what is awaited, in words; nothing here is guessed. */
export function ConnectingDock({ state }: { state: PreparingState | ConnectingState }) {
  const { conversation, persona } = useConversation()
  const { microphone, place, phase } = state
  const isAsking = microphone === 'asking'
  return (
    <>
      <ul className={styles.steps} aria-label="Progress">
        {isAsking ? (
          <Step progress="now">Asking for your microphone</Step>
        ) : microphone === 'granted' ? (
          <Step progress="done">Microphone ready</Step>
        ) : (
          <Step progress="skipped">No microphone: you can type</Step>
        )}
        {place ? (
          <Step progress="done">Your place is reserved</Step>
        ) : (
          <Step progress="now">Reserving your place</Step>
        )}
        <Step progress={phase === 'connecting' ? 'now' : 'todo'}>
          Waiting for {persona.name}’s first frame
        </Step>
      </ul>
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
      <p className={styles.fine}>
        {isAsking ? 'The browser asks you above. If you block it, you can still type.' : ''}
      </p>
    </>
  )
}

function Step({ progress, children }: { progress: Progress; children: React.ReactNode }) {
  return (
    <li aria-current={progress === 'now' ? 'step' : undefined}>
      <span className={styles.sign}>
        {progress === 'done' ? <Check size={18} strokeWidth={1.75} aria-hidden /> : null}
        {progress === 'skipped' ? <Minus size={18} strokeWidth={1.75} aria-hidden /> : null}
        {progress === 'now' || progress === 'todo' ? <Pip kind={progress} /> : null}
      </span>
      <span>{children}</span>
    </li>
  )
}
