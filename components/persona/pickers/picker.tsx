import { type ReactNode, useId } from 'react'
import styles from './picker.module.css'

interface PickerProps {
  legend: string
  id?: string | undefined
  error?: ReactNode
  children: ReactNode
}

/** A group of radios with its name and what is wrong with the choice. */
export function Picker({ legend, id, error, children }: PickerProps) {
  const errorId = useId()
  return (
    <fieldset
      className={styles.picker}
      id={id}
      tabIndex={id ? -1 : undefined}
      aria-describedby={error ? errorId : undefined}
      data-wrong={error ? true : undefined}
    >
      <legend className={styles.legend}>{legend}</legend>
      {error ? (
        <p className={styles.error} id={errorId}>
          {error}
        </p>
      ) : null}
      {children}
    </fieldset>
  )
}
