'use client'

import { Info } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useChat } from './chat-context'
import styles from './chat-notice.module.css'

/** What a visitor has to know before the first message. */
export function ChatNotice({ notice }: { notice: string }) {
  const { acceptNotice } = useChat()
  return (
    <section className={styles.notice} aria-labelledby="chat-notice">
      <Info size={24} strokeWidth={1.75} aria-hidden />
      <h3 id="chat-notice">Before you write</h3>
      <p>{notice}</p>
      <Button variant="primary" onClick={acceptNotice}>
        Go on
      </Button>
    </section>
  )
}
