'use client'

import { useSyncExternalStore } from 'react'

/** How much of the bar has room: `narrow` has the transcript over the stage, `wide` every button. */
export type BarWidth = 'narrow' | 'middle' | 'wide'

const middle = '(min-width: 1000px)'
const wide = '(min-width: 1200px)'

function subscribe(tell: () => void) {
  const lists = [matchMedia(middle), matchMedia(wide)]
  for (const list of lists) list.addEventListener('change', tell)
  return () => {
    for (const list of lists) list.removeEventListener('change', tell)
  }
}

function now(): BarWidth {
  if (matchMedia(wide).matches) return 'wide'
  return matchMedia(middle).matches ? 'middle' : 'narrow'
}

export const useBarWidth = (): BarWidth => useSyncExternalStore(subscribe, now, () => 'narrow')
