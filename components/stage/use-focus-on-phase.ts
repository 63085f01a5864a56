'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { Phase } from '@/lib/conversation/state'

/**
 * When the control that had the focus is gone with its state, the focus goes to the dock's next
 * step (`data-first`), or to the heading of its panel. It is never taken from another place.
 */
export function useFocusOnPhase(dock: RefObject<HTMLElement | null>, phase: Phase) {
  const previous = useRef(phase)
  useEffect(() => {
    if (previous.current === phase) return
    previous.current = phase
    if (document.activeElement && document.activeElement !== document.body) return
    const heading = dock.current?.querySelector('h2')
    heading?.setAttribute('tabindex', '-1')
    const first = dock.current?.querySelector<HTMLElement>('[data-first]')
    const target = first ?? heading
    target?.focus({ preventScroll: true })
  }, [dock, phase])
}
