import { useRef } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { ListState } from './list-reader'
import styles from './picker.module.css'

interface PickerFootProps {
  state: ListState
  shown: number
  total: number | undefined
  /** "avatar", "voice". */
  noun: string
  onMore: () => void
  onTryAgain: () => void
}

/** How much of the list is shown, the way to more of it, and what to do where it cannot be read. */
export function PickerFoot({ state, shown, total, noun, onMore, onTryAgain }: PickerFootProps) {
  const count = useRef<HTMLParagraphElement>(null)
  const isAll = total === undefined || shown >= total
  if (state.kind === 'failed') {
    return (
      <Alert kind="warn">
        <div className={styles.failed}>
          <span>The catalogue cannot be read now. What you chose stays chosen.</span>
          <Button onClick={onTryAgain}>Try again</Button>
        </div>
      </Alert>
    )
  }
  return (
    <div className={styles.foot}>
      <p ref={count} role="status" tabIndex={-1} className={styles.count}>
        {words(state, shown, total, noun)}
      </p>
      {isAll ? null : (
        <Button
          aria-disabled={state.kind === 'reading'}
          onClick={() => {
            if (state.kind === 'reading') return
            // The button may go with the last page: focus stays at its place.
            count.current?.focus({ preventScroll: true })
            onMore()
          }}
        >
          Show more
        </Button>
      )}
    </div>
  )
}

function words(state: ListState, shown: number, total: number | undefined, noun: string): string {
  if (state.kind === 'reading') return state.page === 1 ? 'Searching…' : 'Reading more…'
  if (total === 0) return `No ${noun}s found. Try other words or fewer filters.`
  if (total !== undefined && shown < total) return `${shown} of ${total} ${noun}s`
  return shown === 1 ? `1 ${noun}` : `${shown} ${noun}s`
}
