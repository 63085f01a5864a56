import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './alert.module.css'

const icons = { bad: CircleAlert, warn: TriangleAlert, ok: CircleCheck, plain: Info }

export interface AlertProps {
  kind?: keyof typeof icons
  /** What happened, then what to do. */
  children: ReactNode
  className?: string
}

/** A message in the page. `bad` interrupts a screen reader; the others wait for a pause. */
export function Alert({ kind = 'bad', children, className }: AlertProps) {
  const Icon = icons[kind]
  return (
    <div
      role={kind === 'bad' ? 'alert' : 'status'}
      className={[styles.alert, styles[kind], className].filter(Boolean).join(' ')}
    >
      <Icon className={styles.icon} size={18} strokeWidth={1.75} aria-hidden />
      <div>{children}</div>
    </div>
  )
}
