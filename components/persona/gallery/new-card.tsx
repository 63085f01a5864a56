import { Plus } from 'lucide-react'
import Link from 'next/link'
import styles from './new-card.module.css'

/** The place of the next persona. */
export function NewCard() {
  return (
    <li>
      <Link className={styles.new} href="/personas/new">
        <Plus size={20} strokeWidth={1.75} aria-hidden />
        Write your own
      </Link>
    </li>
  )
}
