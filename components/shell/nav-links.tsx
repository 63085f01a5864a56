'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import styles from './nav-links.module.css'
import { currentAt, pages } from './pages'

/** The pages of the app in the bar at the top; the current one is marked. */
export function NavLinks() {
  const path = usePathname()
  return (
    <nav className={styles.nav} aria-label="Main">
      <ul className={styles.list}>
        {pages.map(({ href, label }) => (
          <li key={href}>
            <Link className={styles.link} href={href} aria-current={currentAt(path, href)}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
