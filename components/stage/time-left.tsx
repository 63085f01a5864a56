'use client'

import { useSyncExternalStore } from 'react'
import { clock } from '@/lib/plain-numbers'
import styles from './hud.module.css'

const shortSeconds = 60

/** Counts down to the server's limit. The last minute is announced once. */
export function TimeLeft({ endsAt }: { endsAt: number }) {
  const seconds = useSecondsUntil(endsAt)
  const isShort = seconds <= shortSeconds
  return (
    <>
      <p className={styles.timer} role="timer" aria-label="Time left" data-short={isShort}>
        {clock(seconds)}
      </p>
      <span className="sr-only" aria-live="polite">
        {isShort ? 'Less than a minute left.' : ''}
      </span>
    </>
  )
}

function subscribe(tell: () => void) {
  const timer = setInterval(tell, 250)
  return () => clearInterval(timer)
}

function useSecondsUntil(time: number): number {
  const seconds = () => Math.max(0, Math.ceil((time - Date.now()) / 1000))
  return useSyncExternalStore(subscribe, seconds, () => 0)
}
