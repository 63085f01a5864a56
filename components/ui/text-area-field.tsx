import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './field.module.css'

export interface TextAreaFieldProps extends Omit<ComponentProps<'textarea'>, 'value'> {
  label: ReactNode
  value: string
  /** Most characters. More can be typed, so that nothing pasted is cut off unseen. */
  longest: number
  hint?: ReactNode
  /** What is wrong and how to put it right; takes the place of the hint. */
  error?: ReactNode
}

/** A labelled text of several lines that counts its characters. */
export function TextAreaField({
  label,
  value,
  longest,
  hint,
  error,
  id: given,
  className,
  ...area
}: TextAreaFieldProps) {
  const generated = useId()
  const id = given ?? generated
  const isOver = value.length > longest
  const note =
    error ??
    (isOver ? `Make it ${(value.length - longest).toLocaleString('en')} characters shorter.` : hint)
  const isWrong = isOver || Boolean(error)
  return (
    <div className={[styles.field, className].filter(Boolean).join(' ')}>
      <div className={styles.above}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        <span id={`${id}-count`} className={styles.count} data-over={isOver}>
          {value.length.toLocaleString('en')} of {longest.toLocaleString('en')}
          <span className="sr-only"> characters</span>
        </span>
        {/* Heard once on the way to the limit, and once beyond it. */}
        <span className="sr-only" aria-live="polite">
          {isOver ? 'Too long.' : value.length > longest * 0.95 ? 'Nearly full.' : ''}
        </span>
      </div>
      <textarea
        {...area}
        id={id}
        value={value}
        className={`${styles.input} ${styles.area}`}
        aria-invalid={isWrong || undefined}
        aria-describedby={note ? `${id}-note ${id}-count` : `${id}-count`}
      />
      {note ? (
        <p id={`${id}-note`} className={isWrong ? styles.error : styles.hint}>
          {note}
        </p>
      ) : null}
    </div>
  )
}
