'use client'

import { type RefObject, useEffect, useLayoutEffect } from 'react'

const buttonsOf = (bar: HTMLElement) => [...bar.querySelectorAll('button')]

/** Exactly one button takes part in the order of Tab: this one, or else the first. */
function rove(bar: HTMLElement, to?: Element | null) {
  const buttons = buttonsOf(bar)
  const stays = buttons.find((button) => button.tabIndex === 0)
  const stop = buttons.find((button) => button === to) ?? stays ?? buttons[0]
  for (const button of buttons) button.tabIndex = button === stop ? 0 : -1
}

function step(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count
    case 'ArrowLeft':
      return (at - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

/**
 * A toolbar as the ARIA practices have it: Tab enters and leaves it in one step, the arrows move in
 * it. Listens to the element itself, since React would also tell what happens in popups of its buttons.
 */
export function useToolbar(ref: RefObject<HTMLElement | null>) {
  // After every render: buttons come and go with the width of the page.
  useLayoutEffect(() => {
    if (ref.current) rove(ref.current)
  })

  useEffect(() => {
    const bar = ref.current
    if (!bar) return
    const listening = new AbortController()
    const { signal } = listening

    bar.addEventListener(
      'focusin',
      ({ target }) => target instanceof Element && rove(bar, target),
      {
        signal,
      },
    )
    bar.addEventListener(
      'keydown',
      (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const buttons = buttonsOf(bar)
        const at = buttons.findIndex((button) => button.contains(document.activeElement))
        const to = at < 0 ? undefined : step(event.key, at, buttons.length)
        if (to === undefined) return
        event.preventDefault()
        buttons[to]?.focus()
      },
      { signal },
    )
    // A click leaves the focus where it was: the space bar, held to talk, must not press the button
    // that was clicked last.
    bar.addEventListener('mousedown', (event) => event.preventDefault(), { signal })
    return () => listening.abort()
  }, [ref])
}
