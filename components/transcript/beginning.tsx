'use client'

import { CornerDownRight, MessageSquareText } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { isAtRest, isTalking } from '@/lib/conversation/state'
import { useConversation, useConversationState } from '../stage/conversation-context'
import styles from './beginning.module.css'

/** Before anything is said: what will stand here, and three ways to begin. */
export function Beginning() {
  const { conversation, persona, start, takesText } = useConversation()
  const state = useConversationState()
  const canBegin = isAtRest(state) || isTalking(state)

  function begin(line: string) {
    if (!conversation.say(line)) start({ opening: line })
  }

  return (
    <>
      <div className={styles.empty}>
        <MessageSquareText size={24} strokeWidth={1.75} aria-hidden />
        <h3>Nothing said yet</h3>
        <p>What you both say is written here while you talk.</p>
      </div>
      {persona.openingLines.length > 0 ? (
        <div className={styles.starters}>
          <h3>{takesText ? 'Ways to begin' : 'Things to say'}</h3>
          {persona.openingLines.map((line) =>
            takesText ? (
              <Button
                key={line}
                variant="plain"
                aria-disabled={!canBegin || undefined}
                onClick={() => canBegin && begin(line)}
              >
                <CornerDownRight size={16} strokeWidth={1.75} aria-hidden />
                {line}
              </Button>
            ) : (
              <p key={line} className={styles.say}>
                “{line}”
              </p>
            ),
          )}
        </div>
      ) : null}
    </>
  )
}
