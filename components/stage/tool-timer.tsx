'use client'

import { BellRing, Timer, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { RunningTimer } from '@/lib/conversation/display-timers'
import { clock } from '@/lib/plain-numbers'
import { useConversation } from './conversation-context'
import { focusDock } from './focus-dock'
import styles from './tool-timer.module.css'
import { useSecondsUntil } from './use-seconds'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** A timer that counts down and, when it is over, stays until it is closed. */
export function ToolTimer({ timer }: { timer: RunningTimer }) {
  const { conversation } = useConversation()
  const { id, label, isOver } = timer

  function close() {
    conversation.display.closeTimer(id)
    focusDock()
  }

  return (
    <li className={styles.timer} data-over={isOver}>
      {isOver ? <BellRing {...icon} /> : <Timer {...icon} />}
      <span className={styles.label} dir="auto">
        {label}
      </span>
      {isOver ? <span>is over</span> : <TimeLeft timer={timer} />}
      <Button
        size="icon"
        variant="plain"
        surface="stage"
        className={styles.close}
        aria-label={isOver ? `Close timer ${label}` : `Stop timer ${label}`}
        onClick={close}
      >
        <X {...icon} />
      </Button>
    </li>
  )
}

function TimeLeft({ timer }: { timer: RunningTimer }) {
  const seconds = useSecondsUntil(timer.endsAt)
  return (
    <span role="timer" aria-label={`Timer ${timer.label}`} className={styles.time}>
      {clock(seconds)}
    </span>
  )
}
