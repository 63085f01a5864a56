'use client'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import styles from './conflict.module.css'

/** The persona was deleted somewhere else while it was written on here. */
export function Gone({ onBeginAnew }: { onBeginAnew: () => void }) {
  return (
    <div data-decision tabIndex={-1}>
      <Alert kind="warn">
        <p>
          <strong>This persona was deleted somewhere else.</strong> What you wrote is still here.
          Keep it as a new persona, or discard it.
        </p>
        <div className={styles.ways}>
          <Button onClick={onBeginAnew}>Keep as a new persona</Button>
        </div>
      </Alert>
    </div>
  )
}
