'use client'

import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Pip } from '@/components/ui/pip'
import { Scene } from '@/components/ui/scene'
import { isAnswering } from '@/lib/chat/chat-state'
import { chatStatus } from '@/lib/chat/chat-words'
import { useStore } from '../stage/conversation-context'
import hud from '../stage/hud.module.css'
import stage from '../stage/stage.module.css'
import { useChat, useChatState } from './chat-context'
import { ChatDock } from './chat-dock'
import styles from './chat-stage.module.css'

/** Who is chatted with: a portrait that stands still. It keeps its size and place in every state. */
export function ChatStage({ badge, chooser }: { badge: string | undefined; chooser: ReactNode }) {
  const { persona, sheet } = useChat()
  const isSheetOpen = useStore(sheet)
  const phase = useChatState((state) => state.phase)
  const isBusy = isAnswering({ phase })
  return (
    <section
      className={stage.stage}
      aria-label={`Chat with ${persona.name}`}
      data-surface="stage"
      data-chat={phase}
    >
      <div className={styles.picture} data-sheet={isSheetOpen}>
        <Scene room={persona.room} pictureUrl={persona.pictureUrl} />
      </div>
      <div className={`${hud.hud} ${styles.hud}`}>
        {/* The chat announces what happens; this is for the eye. */}
        <p className={isBusy ? hud.status : 'sr-only'} role="status" aria-live="off">
          {isBusy ? <Pip kind="now" /> : null}
          <span className={hud.words}>{chatStatus(phase, persona.name)}</span>
        </p>
        <div className={hud.end}>
          {badge && isBusy ? (
            <Badge kind="label" surface="stage" className={hud.badge}>
              {badge}
            </Badge>
          ) : null}
        </div>
      </div>
      {chooser}
      <div className={`${stage.dock} ${styles.dock}`} data-phase="idle" data-sheet={isSheetOpen}>
        <ChatDock />
      </div>
    </section>
  )
}
