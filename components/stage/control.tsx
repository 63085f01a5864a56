'use client'

import type { ComponentProps } from 'react'
import styles from './control-bar.module.css'

export interface ControlProps extends ComponentProps<'button'> {
  /** The accessible name; the icon alone is seen. */
  label: string
  /** Cannot act now: it keeps its place, its name and the focus. */
  isOff?: boolean
}

/** A round button of the control bar. */
export function Control({ label, isOff = false, onClick, className, ...props }: ControlProps) {
  return (
    <button
      {...props}
      type="button"
      className={[styles.control, className].filter(Boolean).join(' ')}
      aria-label={label}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onClick}
    />
  )
}
