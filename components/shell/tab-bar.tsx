'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { currentAt, pages } from './pages'
import styles from './tab-bar.module.css'

/** The same pages on a phone, under the thumb. An editor has its save bar there instead. */
export function TabBar() {
  const path = usePathname()
  if (path.startsWith('/personas/')) return null
  return (
    <nav className={styles.tabs} aria-label="Main">
      <ul>
        {pages.map(({ href, label, icon: Icon }) => (
          <li key={href}>
            <Link href={href} aria-current={currentAt(path, href)}>
              <Icon size={20} strokeWidth={1.75} aria-hidden />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
