'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/**
 * Puts the focus on the first step (`data-first`) of a box that comes by itself, and gives it back
 * when the box goes and the focus with it.
 */
export function useBorrowedFocus(box: RefObject<HTMLElement | null>) {
  const before = useRef<Element | null>(null)
  // Before the paint: what becomes inert together with this loses its focus there.
  useLayoutEffect(() => {
    before.current = document.activeElement
  }, [])
  useEffect(() => {
    const lender = before.current
    box.current?.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true })
    return () => {
      if (document.activeElement && document.activeElement !== document.body) return
      const isBack = lender instanceof HTMLElement && lender !== document.body && lender.isConnected
      // Nobody had it: the first step of the controls is a better place than the top of the page.
      const fallback = document.querySelector<HTMLElement>('section [data-first]')
      const target = isBack ? lender : fallback
      target?.focus({ preventScroll: true })
    }
  }, [box])
}
