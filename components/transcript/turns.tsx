'use client'

import { useConversation, useStore } from '../stage/conversation-context'
import { Beginning } from './beginning'
import { TurnView } from './turn-view'

/** Every turn in order. Of what is around them, nothing renders when words arrive. */
export function Turns({ isOver }: { isOver: boolean }) {
  const { conversation, persona } = useConversation()
  const turns = useStore(conversation.transcript.turns)
  if (turns.length === 0) return <Beginning />
  return turns.map((turn) => (
    <TurnView
      key={turn.id}
      turn={turn}
      name={persona.name}
      isOver={isOver && turn.pending === true}
    />
  ))
}
