import { ButtonLink } from '@/components/ui/button-link'
import styles from './nobody-found.module.css'

/** A search that finds nothing, and the way back. */
export function NobodyFound({ q }: { q: string }) {
  return (
    <div className={styles.nobody}>
      <h2>Nobody here answers to “{q}”</h2>
      <p>Search for a name, what a persona is for, or a language. Or write the one you miss.</p>
      <ButtonLink href="/personas">Clear search</ButtonLink>
    </div>
  )
}
