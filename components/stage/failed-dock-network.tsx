'use client'

import { useSyncExternalStore } from 'react'
import styles from './dock.module.css'

function subscribe(tell: () => void) {
  const watching = new AbortController()
  const { signal } = watching
  addEventListener('online', tell, { signal })
  addEventListener('offline', tell, { signal })
  return () => watching.abort()
}

/** Whether the device has a network, as it changes. That the server is reached nobody knows yet. */
export function NetworkLine() {
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
  return (
    <p role="status" className={styles.network}>
      {isOnline
        ? 'This device is online now: try again.'
        : 'This device is offline now. This line says when that changes.'}
    </p>
  )
}
