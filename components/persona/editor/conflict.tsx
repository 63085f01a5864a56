'use client'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import styles from './conflict.module.css'

export interface ConflictProps {
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Somebody wrote on the same persona somewhere else. Nothing is lost before one of the two presses. */
export function Conflict({ onKeepMine, onTakeTheirs }: ConflictProps) {
  return (
    <div data-decision tabIndex={-1}>
      <Alert kind="warn">
        <p>
          <strong>This persona was changed in another tab.</strong> What you wrote here is still
          here and was not kept. If you take the other one, yours can be brought back.
        </p>
        <div className={styles.ways}>
          <Button onClick={onKeepMine}>Keep mine</Button>
          <Button onClick={onTakeTheirs}>Take the other one</Button>
        </div>
      </Alert>
    </div>
  )
}
