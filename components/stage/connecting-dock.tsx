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
  const { conversation, persona, takesText, medium } = useConversation()
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
          <Step progress="skipped">
            {takesText ? 'No microphone: you can type' : 'No microphone'}
          </Step>
        )}
        {place ? (
          <Step progress="done">Your place is reserved</Step>
        ) : (
          <Step progress="now">Reserving your place</Step>
        )}
        <Step progress={phase === 'connecting' ? 'now' : 'todo'}>
          {medium === 'face'
            ? `Waiting for ${persona.name}’s first frame`
            : `Waiting for ${persona.name} to pick up`}
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
        {isAsking
          ? `The browser asks you above. ${takesText ? 'If you block it, you can still type.' : 'A talk by voice needs it.'}`
          : ''}
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
