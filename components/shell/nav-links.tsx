'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import styles from './nav-links.module.css'

const pages = [{ href: '/talk', label: 'Talk' }] as const

/** The pages of the app; the current one is marked. */
export function NavLinks() {
  const path = usePathname()
  return (
    <nav className={styles.nav} aria-label="Main">
      <ul className={styles.list}>
        {pages.map(({ href, label }) => (
          <li key={href}>
            <Link
              className={styles.link}
              href={href}
              aria-current={path === href ? 'page' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
