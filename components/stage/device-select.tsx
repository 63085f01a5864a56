'use client'

import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { Device } from '@/lib/conversation/devices'
import styles from './device-select.module.css'

export interface DeviceSelectProps {
  label: string
  devices: Device[]
  /** The id of the one in use; an empty string is the choice without a device. */
  value: string
  /** What the choice without a device is called; without it there is none. */
  none?: string | undefined
  disabled?: boolean
  onChoose: (id: string) => void
  /** What is said about it. */
  children?: ReactNode
}

/** A list of devices, as the browser's own control: the easiest one on every device. */
export function DeviceSelect({
  label,
  devices,
  value,
  none,
  disabled = false,
  onChoose,
  children,
}: DeviceSelectProps) {
  const id = useId()
  return (
    <div className={styles.group}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.select}>
        <select
          id={id}
          value={value}
          disabled={disabled}
          onChange={({ target }) => onChoose(target.value)}
        >
          {none === undefined ? null : <option value="">{none}</option>}
          {devices.map((device) => (
            <option key={device.id} value={device.id}>
              {device.label}
            </option>
          ))}
        </select>
        <ChevronDown size={18} strokeWidth={1.75} aria-hidden />
      </div>
      {children}
    </div>
  )
}
