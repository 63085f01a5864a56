'use client'

import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId } from 'react'
import { Button } from '@/components/ui/button'
import type { Asked } from '@/lib/conversation/display'
import { useConversation, useStore } from './conversation-context'
import { focusDock } from './focus-dock'
import { onePress } from './one-press'
import styles from './tool-panel.module.css'

/** What a tool asks the visitor: whether it may act, or which of several things they want. */
export function ToolQuestion() {
  const { conversation, persona } = useConversation()
  const { asked } = useStore(conversation.display.state)
  if (!asked) return null
  const { id, kind } = asked
  const answer = (pick: number | undefined) => onePress(() => conversation.display.answer(id, pick))
  if (kind === 'choices') return <ChoicesPanel key={id} asked={asked} answer={answer} />
  return (
    <Frame
      key={id}
      title={asked.words(persona.name)}
      answers={
        <div className={styles.answers}>
          <Button variant="primary" surface="stage" {...answer(0)}>
            {asked.yes}
          </Button>
          <Button variant="quiet" surface="stage" {...answer(undefined)}>
            {asked.no}
          </Button>
        </div>
      }
    />
  )
}

interface ChoicesPanelProps {
  asked: Extract<Asked, { kind: 'choices' }>
  answer: (pick: number | undefined) => ReturnType<typeof onePress>
}

function ChoicesPanel({ asked, answer }: ChoicesPanelProps) {
  return (
    <Frame
      title={asked.question}
      close={
        <Button
          size="icon"
          variant="plain"
          surface="stage"
          aria-label="Close without choosing"
          {...answer(undefined)}
        >
          <X size={20} strokeWidth={1.75} aria-hidden />
        </Button>
      }
      answers={
        <div className={styles.choices}>
          {asked.choices.map((choice, pick) => (
            <Button key={choice} variant="quiet" surface="stage" {...answer(pick)}>
              <span dir="auto">{choice}</span>
            </Button>
          ))}
        </div>
      }
    />
  )
}

/** It comes by itself, so it takes neither the focus nor the place of anything. */
function Frame({
  title,
  close,
  answers,
}: {
  title: string
  close?: ReactNode
  answers: ReactNode
}) {
  const id = useId()
  // It may go with the focus, by a press or by itself.
  useEffect(() => focusDock, [])
  return (
    <section
      aria-labelledby={id}
      className={`${styles.panel} ${styles.question}`}
      data-tool-question
    >
      <div className={styles.head}>
        <h2 id={id} dir="auto">
          {title}
        </h2>
        {close}
      </div>
      {answers}
    </section>
  )
}
