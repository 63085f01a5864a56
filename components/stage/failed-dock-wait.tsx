'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { clock } from '@/lib/plain-numbers'
import { onePress } from './one-press'
import { useSecondsUntil } from './use-seconds'

const timeOfDay = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })
const minute = 60_000

export interface RetryTime {
  /** Whether the server said when another try can succeed. */
  isKnown: boolean
  /** Whole seconds until then. */
  seconds: number
  /** Id of the sentence that says it. */
  wordsId: string
  words: string
}

/** For a failure that has come up now; `retryAfter` in seconds. `act`: what can be done then. */
export function useRetryTime(retryAfter: number | undefined, act = 'start'): RetryTime {
  const [readyAt] = useState(() => Date.now() + (retryAfter ?? 0) * 1000)
  const seconds = useSecondsUntil(readyAt)
  return { isKnown: retryAfter !== undefined, seconds, wordsId: useId(), words: words() }

  function words() {
    if (seconds === 0) return `You can ${act} again now.`
    if (seconds < 60) return `You can ${act} again in less than a minute.`
    // Never a minute too early.
    const wholeMinute = Math.ceil(readyAt / minute) * minute
    const isToday = new Date(wholeMinute).toDateString() === new Date().toDateString()
    return `You can ${act} again ${isToday ? '' : 'tomorrow '}at ${timeOfDay.format(wholeMinute)}.`
  }
}

/** The wait as it gets shorter. Not announced: the sentence with the time of day is. */
export function RetryCountdown({ seconds }: { seconds: number }) {
  // Of many hours only the time of day is plain.
  if (seconds === 0 || seconds >= 3_600) return null
  return (
    <p>
      That is in <time dateTime={`PT${seconds}S`}>{clock(seconds)}</time>.
    </p>
  )
}

interface RetryLaterProps {
  time: RetryTime
  onRetry: () => void
  surface?: 'page' | 'stage'
}

/** `Try again`, which says why as long as it cannot act. */
export function RetryLater({ time, onRetry, surface = 'stage' }: RetryLaterProps) {
  const isTooEarly = time.isKnown && time.seconds > 0
  return (
    <Button
      variant="primary"
      surface={surface}
      aria-disabled={isTooEarly || undefined}
      aria-describedby={time.isKnown ? time.wordsId : undefined}
      {...onePress(() => isTooEarly || onRetry())}
    >
      Try again
    </Button>
  )
}
