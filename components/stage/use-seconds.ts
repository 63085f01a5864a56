'use client'

import { useSyncExternalStore } from 'react'

function subscribe(tell: () => void) {
  const timer = setInterval(tell, 250)
  return () => clearInterval(timer)
}

/** Whole seconds until a time in milliseconds since 1970, counting down; never below 0. */
export function useSecondsUntil(time: number): number {
  const seconds = () => Math.max(0, Math.ceil((time - Date.now()) / 1000))
  return useSyncExternalStore(subscribe, seconds, () => 0)
}

/** Whole seconds that have passed since then, counting up. */
export function useSecondsSince(time: number): number {
  const seconds = () => Math.max(0, Math.floor((Date.now() - time) / 1000))
  return useSyncExternalStore(subscribe, seconds, () => 0)
}
