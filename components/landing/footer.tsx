import styles from './footer.module.css'

/** The last words of the landing page. */
export function Footer() {
  return (
    <footer className={styles.footer}>
      <p>Vis-à-Vis is open source, under the MIT licence.</p>
      <p>Personas are AI; they can be wrong.</p>
    </footer>
  )
}
