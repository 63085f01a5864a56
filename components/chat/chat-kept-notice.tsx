'use client'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { useStore } from '../stage/conversation-context'
import { useChat } from './chat-context'
import styles from './chat-kept-notice.module.css'

/** Where the server does not have what was said: this page still has, and tries again when asked to. */
export function ChatKeptNotice() {
  const { chat } = useChat()
  const kept = useStore(chat.kept)
  if (kept !== 'failed') return null
  return (
    <Alert kind="warn" className={styles.notice}>
      <p>What was said is not in your history yet: it could not be saved.</p>
      <Button variant="outline" onClick={chat.saveAgain}>
        Save again
      </Button>
    </Alert>
  )
}
