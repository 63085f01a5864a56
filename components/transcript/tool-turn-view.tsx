'use client'

import {
  CircleQuestionMark,
  DoorOpen,
  IdCard,
  Languages,
  ListChecks,
  type LucideIcon,
  Timer,
  Wrench,
} from 'lucide-react'
import { memo } from 'react'
import { toolAction, toolMark } from '@/lib/conversation/tool-words'
import type { ToolTurn } from '@/lib/conversation/transcript'
import { clock } from '@/lib/plain-numbers'
import styles from './tool-turn-view.module.css'

const icons: Partial<Record<string, LucideIcon>> = {
  show_card: IdCard,
  offer_choices: ListChecks,
  set_timer: Timer,
  look_up_help: CircleQuestionMark,
  change_language: Languages,
  end_conversation: DoorOpen,
}

/** What the persona did in the page: a quiet line between what was said. */
export const ToolTurnView = memo(function ToolTurnView({ turn }: { turn: ToolTurn }) {
  const Icon = icons[turn.name] ?? Wrench
  const seconds = Math.floor(turn.at / 1000)
  const mark = turn.state === 'running' ? 'In progress' : toolMark(turn)
  return (
    <p className={styles.tool} data-tool={turn.name} data-state={turn.state}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span dir="auto">
        {toolAction(turn)}
        {mark ? <span className={styles.mark}> · {mark}</span> : null}
      </span>
      <time dateTime={`PT${seconds}S`}>{clock(seconds)}</time>
    </p>
  )
})
