'use client'

import type { ComponentProps } from 'react'
import { type Shortcut, shortcuts } from '@/lib/conversation/shortcuts'
import styles from './control-bar.module.css'
import { useConversation, useStore } from './conversation-context'

export interface ControlProps extends ComponentProps<'button'> {
  /** The accessible name; the icon alone is seen. */
  label: string
  /** Cannot act now: it keeps its place, its name and the focus. */
  isOff?: boolean
  /** The key that does the same. */
  shortcut?: Shortcut
}

/** A round button of the control bar. */
export function Control({
  label,
  isOff = false,
  shortcut,
  onClick,
  className,
  ...props
}: ControlProps) {
  const { preferences } = useConversation()
  const hasShortcuts = useStore(preferences).shortcuts
  return (
    <button
      {...props}
      type="button"
      className={[styles.control, className].filter(Boolean).join(' ')}
      aria-label={label}
      title={label}
      aria-disabled={isOff || undefined}
      aria-keyshortcuts={shortcut && hasShortcuts ? shortcuts[shortcut].key : undefined}
      onClick={isOff ? undefined : onClick}
    />
  )
}
