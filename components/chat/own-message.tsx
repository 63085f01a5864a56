'use client'

import { Pencil } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import type { OwnTurn } from '@/lib/chat/chat-state'
import turnStyles from '../transcript/turn-view.module.css'
import { useChat } from './chat-context'
import { ChatTime } from './chat-time'
import styles from './chat-turn.module.css'
import { EditMessage } from './edit-message'

/** What the visitor has written; it can be written in other words. */
export function OwnMessage({ turn }: { turn: OwnTurn }) {
  const { notice } = useChat()
  const [isEditing, setIsEditing] = useState(false)
  const edit = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)

  useEffect(() => {
    // Cancelled: back to where one came from.
    if (wasEditing.current && !isEditing) edit.current?.focus({ preventScroll: true })
    wasEditing.current = isEditing
  }, [isEditing])

  if (isEditing) return <EditMessage turn={turn} onCancel={() => setIsEditing(false)} />
  return (
    <article className={`${turnStyles.turn} ${turnStyles.you} ${styles.turn}`}>
      <h3>
        You <ChatTime at={turn.at} />
      </h3>
      <p dir="auto" className={styles.own}>
        {turn.text}
      </p>
      <div className={`${styles.actions} ${styles.ownActions}`}>
        <CopyButton label="Copy" text={turn.text} />
        {notice ? null : (
          <Button
            ref={edit}
            size="icon"
            variant="plain"
            aria-label="Edit"
            title="Edit"
            onClick={() => setIsEditing(true)}
          >
            <Pencil size={20} strokeWidth={1.75} aria-hidden />
          </Button>
        )}
      </div>
    </article>
  )
}
