'use client'

import { type RefObject, useEffect } from 'react'

/**
 * Puts the focus on the first step (`data-first`) of a box that comes by itself. What the box covers
 * is inert meanwhile; when the box goes and the focus with it, whoever had it gets it back.
 */
export function useBorrowedFocus(
  box: RefObject<HTMLElement | null>,
  covers: RefObject<HTMLElement | null>,
) {
  useEffect(() => {
    const own = box.current
    const covered = covers.current
    // First of all: what becomes inert loses its focus at once.
    const lender = document.activeElement
    covered?.toggleAttribute('inert', true)
    own?.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true })
    return () => {
      covered?.toggleAttribute('inert', false)
      const active = document.activeElement
      if (active && active !== document.body && !own?.contains(active)) return
      const isBack = lender instanceof HTMLElement && lender !== document.body && lender.isConnected
      // Nobody had it: the first step of the controls is a better place than the top of the page.
      const target = isBack ? lender : covered?.querySelector<HTMLElement>('[data-first]')
      target?.focus({ preventScroll: true })
    }
  }, [box, covers])
}
