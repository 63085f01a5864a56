import type { KeyboardEvent, MouseEvent } from 'react'

/**
 * Handlers that take one press as one: the next step appears, focused, where the pressed button
 * was, so the second press of a double click, or a key that is held, would land on it: on `Cancel`
 * right after `Start talking`.
 */
export const onePress = (act: () => void) => ({
  onClick: (event: MouseEvent) => {
    if (event.detail < 2) act()
  },
  onKeyDown: (event: KeyboardEvent) => {
    if (event.repeat) event.preventDefault()
  },
})
