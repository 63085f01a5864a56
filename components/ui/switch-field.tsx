'use client'

import { Switch } from '@base-ui/react/switch'
import { type ReactNode, useId } from 'react'
import styles from './switch-field.module.css'

export interface SwitchFieldProps {
  label: string
  /** What it does, in one line. */
  children: ReactNode
  isOn: boolean
  onChange: (isOn: boolean) => void
  disabled?: boolean
}

/** Something that is on or off. */
export function SwitchField({ label, children, isOn, onChange, disabled }: SwitchFieldProps) {
  const id = useId()
  return (
    <div className={styles.row}>
      <div>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        <p id={`${id}-what`} className={styles.what}>
          {children}
        </p>
      </div>
      <Switch.Root
        id={id}
        className={styles.switch}
        aria-describedby={`${id}-what`}
        checked={isOn}
        onCheckedChange={onChange}
        disabled={disabled}
      >
        <Switch.Thumb className={styles.thumb} />
      </Switch.Root>
    </div>
  )
}
