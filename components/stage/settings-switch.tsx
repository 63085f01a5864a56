'use client'

import { Switch } from '@base-ui/react/switch'
import { useId } from 'react'
import styles from './settings.module.css'

export interface SettingsSwitchProps {
  label: string
  /** What it does, in one line. */
  children: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}

/** Acts at once. */
export function SettingsSwitch({ label, children, isOn, onChange }: SettingsSwitchProps) {
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
      >
        <Switch.Thumb className={styles.thumb} />
      </Switch.Root>
    </div>
  )
}
