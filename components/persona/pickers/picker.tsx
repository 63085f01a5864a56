import type { ReactNode } from 'react'
import styles from './picker.module.css'

interface PickerProps {
  legend: string
  id?: string | undefined
  error?: ReactNode
  children: ReactNode
}

/** A group of radios with its name and what is wrong with the choice. */
export function Picker({ legend, id, error, children }: PickerProps) {
  return (
    <fieldset className={styles.picker} id={id} tabIndex={id ? -1 : undefined}>
      <legend className={styles.legend}>{legend}</legend>
      {error ? (
        <p className={styles.error} role="alert">
          {error}
        </p>
      ) : null}
      {children}
    </fieldset>
  )
}
