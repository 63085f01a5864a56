'use client'

import { useEffect, useState } from 'react'
import type { ChatPhase, ChatState } from '@/lib/chat/chat-state'
import { spokenAnswer } from '@/lib/chat/chat-words'
import { useChat } from './chat-context'

/** Says a finished answer once, whole. A failure is an alert, and says itself. */
export function ChatAnnouncer() {
  const { chat, persona } = useChat()
  const [words, setWords] = useState('')

  useEffect(() => {
    let before: ChatPhase = chat.state.get().phase
    return chat.state.subscribe(() => {
      const state = chat.state.get()
      if (state.phase === before) return
      before = state.phase
      setWords(announced(state, persona.name))
    })
  }, [chat, persona.name])

  return (
    <p className="sr-only" aria-live="polite">
      {words}
    </p>
  )
}

function announced({ phase, turns }: ChatState, name: string): string {
  if (phase === 'stopped') return 'Stopped.'
  const last = turns.at(-1)
  if (phase !== 'done' || last?.role !== 'persona') return ''
  return `${name}: ${spokenAnswer(last.text)}`
}
