import { ChevronDown } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './field.module.css'

export interface SelectFieldProps extends ComponentProps<'select'> {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong and how to put it right; takes the place of the hint. */
  error?: ReactNode
  /** `<option>`s. */
  children: ReactNode
}

/** A labelled choice, as the browser's own control: the easiest one on every device. */
export function SelectField({
  label,
  hint,
  error,
  children,
  id: given,
  className,
  ...select
}: SelectFieldProps) {
  const generated = useId()
  const id = given ?? generated
  const note = error ?? hint
  return (
    <div className={[styles.field, className].filter(Boolean).join(' ')}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.select}>
        <select
          {...select}
          id={id}
          className={styles.input}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
        >
          {children}
        </select>
        <ChevronDown size={18} strokeWidth={1.75} aria-hidden />
      </div>
      {note ? (
        <p id={`${id}-note`} className={error ? styles.error : styles.hint}>
          {note}
        </p>
      ) : null}
    </div>
  )
}
