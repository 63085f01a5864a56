'use client'

import type { Display } from '@/lib/conversation/display'
import { useConversation, useStore } from './conversation-context'

/** Tells a screen reader, politely, what the persona's tools have put on the stage, and where. */
export function ToolAnnouncer() {
  const { conversation, persona } = useConversation()
  const display = useStore(conversation.display.state)
  return (
    // The region is there before its words: one that comes with them is not announced.
    <p className="sr-only" aria-live="polite">
      {wordsOf(display, persona.name).map((words) => (
        <span key={words}>{words} </span>
      ))}
    </p>
  )
}

function wordsOf({ card, asked, timers }: Display, name: string): string[] {
  const over = timers.filter(({ isOver }) => isOver)
  return [
    ...over.map(({ label }) => `Timer: ${label} is over.`),
    ...(card ? [`${name} shows a card, before the controls: ${card.title}.`] : []),
    ...(asked?.kind === 'consent'
      ? [`${asked.words(name)} The answers, before the controls: ${asked.yes}, ${asked.no}.`]
      : []),
    ...(asked?.kind === 'choices'
      ? [`${asked.question} Choices, before the controls: ${asked.choices.join(', ')}.`]
      : []),
  ]
}
