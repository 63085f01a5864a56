import styles from './pip.module.css'

export interface PipProps {
  /** `wait` and `now` breathe; both stop under reduced motion. */
  kind?: 'ok' | 'now' | 'wait' | 'bad' | 'todo'
}

/** The small dot beside a word of state on the stage. It never stands alone. */
export function Pip({ kind = 'ok' }: PipProps) {
  return <span className={`${styles.pip} ${styles[kind]}`} aria-hidden="true" />
}
