import Link from 'next/link'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Mark } from '@/components/ui/mark'
import { NavLinks } from './nav-links'
import styles from './top-bar.module.css'

export interface TopBarProps {
  /** A word that stands in every header while any vendor is not the live one. */
  badge?: string | undefined
  /** The links to the app's pages, for somebody who is signed in. */
  nav?: boolean
  /** `stage`: below 1000 px it lies over the stage, above it is a row of its own. */
  over?: 'page' | 'stage'
  /** At the right end: a button, or the account menu. */
  children?: ReactNode
}

/** The head of every page: where you are, what this server runs on, who you are. */
export function TopBar({ badge, nav = false, over = 'page', children }: TopBarProps) {
  return (
    <header className={`${styles.top} ${styles[over]}`}>
      <Link className={styles.home} href="/">
        <Mark />
      </Link>
      {nav ? <NavLinks /> : null}
      <div className={styles.end}>
        {badge ? <Badge kind="label">{badge}</Badge> : null}
        {children}
      </div>
    </header>
  )
}
