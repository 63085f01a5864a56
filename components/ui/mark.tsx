import styles from './mark.module.css'

/** The logo: two half-discs that face each other, and the name. `--mark-accent` recolours it on the stage. */
export function Mark() {
  return (
    <span className={styles.mark}>
      <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
        <path fill="currentColor" d="M2 3.5a8.5 8.5 0 0 1 0 17z" />
        <path className={styles.other} d="M22 3.5a8.5 8.5 0 0 0 0 17z" />
      </svg>
      <span>Vis-à-Vis</span>
    </span>
  )
}
