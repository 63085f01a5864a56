import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './field.module.css'

export interface FieldProps extends ComponentProps<'input'> {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong and how to put it right; takes the place of the hint, so nothing moves. */
  error?: ReactNode
  /** `code` sets digits wide and monospaced. */
  look?: 'text' | 'code'
}

/**
 * A labelled input with its hint or error. The error is read with the field when it takes focus;
 * a message that must be heard at once belongs into an `<Alert>`.
 */
export function Field({ label, hint, error, look = 'text', id, className, ...input }: FieldProps) {
  const generated = useId()
  const inputId = id ?? generated
  const note = error ?? hint
  const noteId = `${inputId}-note`
  return (
    <div className={[styles.field, className].filter(Boolean).join(' ')}>
      <label className={styles.label} htmlFor={inputId}>
        {label}
      </label>
      <input
        {...input}
        id={inputId}
        className={`${styles.input} ${styles[look]}`}
        aria-invalid={error ? true : input['aria-invalid']}
        aria-describedby={note ? noteId : undefined}
      />
      {note ? (
        <p id={noteId} className={error ? styles.error : styles.hint}>
          {note}
        </p>
      ) : null}
    </div>
  )
}
