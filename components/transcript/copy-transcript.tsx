'use client'

import { CopyButton } from '@/components/ui/copy-button'
import type { Turn } from '@/lib/conversation/transcript'
import { useConversation, useStore } from '../stage/conversation-context'

/** The whole transcript as text, one turn a line. */
export function CopyTranscript() {
  const { conversation, persona } = useConversation()
  const turns = useStore(conversation.transcript.turns)
  if (turns.length === 0) return null
  return <CopyButton label="Copy transcript" text={plainText(turns, persona.name)} />
}

const plainText = (turns: readonly Turn[], name: string) =>
  turns.map(({ role, text }) => `${role === 'user' ? 'You' : name}: ${text.trim()}`).join('\n')
