import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './picker.module.css'

interface FilterSelectProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** `<option>`s. */
  children: ReactNode
}

/** A native choice that narrows a list; its first option says what it is about. */
export function FilterSelect({ label, value, onChange, children }: FilterSelectProps) {
  return (
    <div className={styles.filter}>
      <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
      <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
    </div>
  )
}
