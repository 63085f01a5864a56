'use client'

import { memo, useState, useSyncExternalStore } from 'react'
import { isSaid } from '@/lib/conversation/transcript'
import { useConversation } from '../stage/conversation-context'
import { Beginning } from './beginning'
import { ToolTurnView } from './tool-turn-view'
import { createTurnGroups, type TurnGroup } from './turn-groups'
import { TurnView } from './turn-view'
import styles from './turns.module.css'

/** Every turn in order. Of what is around them, nothing renders when words arrive. */
export function Turns({ isOver }: { isOver: boolean }) {
  const { conversation, persona, language } = useConversation()
  const { turns } = conversation.transcript
  const [grouped] = useState(createTurnGroups)
  const groups = useSyncExternalStore(
    turns.subscribe,
    () => grouped(turns.get()),
    () => grouped(turns.get()),
  )
  if (groups.length === 0) return <Beginning />
  return groups.map((group) => (
    <Group
      key={group[0]?.id}
      turns={group}
      name={persona.name}
      language={language}
      isOver={isOver}
    />
  ))
}

interface GroupProps {
  turns: TurnGroup
  name: string
  language: string | undefined
  isOver: boolean
}

/** By hand, because a list is one expression to the compiler: a word renders one group, not all. */
const Group = memo(function Group({ turns, name, language, isOver }: GroupProps) {
  return (
    <div className={styles.group}>
      {turns.map((turn) =>
        isSaid(turn) ? (
          <TurnView
            key={turn.id}
            turn={turn}
            name={name}
            language={language}
            isOver={isOver && turn.pending === true}
          />
        ) : (
          <ToolTurnView key={turn.id} turn={turn} />
        ),
      )}
    </div>
  )
})
