'use client'

import { X } from 'lucide-react'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import type { ShownCard } from '@/lib/conversation/display'
import { useConversation } from './conversation-context'
import { focusDock } from './focus-dock'
import styles from './tool-panel.module.css'

/** Something that the persona wants the visitor to read. */
export function ToolCard({ card }: { card: ShownCard }) {
  const { conversation } = useConversation()
  const id = useId()

  function close() {
    conversation.display.closeCard()
    focusDock()
  }

  return (
    <section aria-labelledby={id} className={`${styles.panel} ${styles.card}`}>
      <div className={styles.head}>
        <h2 id={id} dir="auto">
          {card.title}
        </h2>
        <Button size="icon" variant="plain" surface="stage" aria-label="Close card" onClick={close}>
          <X size={20} strokeWidth={1.75} aria-hidden />
        </Button>
      </div>
      <p className={styles.text} dir="auto">
        {card.text}
      </p>
      {card.facts.length > 0 ? (
        <dl className={styles.facts}>
          {card.facts.map(({ label, value }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a card never changes, and facts may repeat
            <div key={place}>
              <dt dir="auto">{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  )
}
