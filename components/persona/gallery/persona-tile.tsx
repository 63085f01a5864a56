import type { Route } from 'next'
import Image from 'next/image'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import roomStyles from '@/components/ui/rooms.module.css'
import { languageName } from '@/lib/personas/languages'
import type { PersonaCard } from '@/lib/personas/persona'
import styles from './persona-tile.module.css'

export interface PersonaTileProps {
  persona: PersonaCard & { language: string | null }
  href: Route
  /** What the press on it does, before the name. */
  action: 'Talk with' | 'Edit' | 'Look at'
  badge?: string | undefined
  /** Who is there when one comes to talk. */
  isDefault: boolean
  /** The menu. */
  children: ReactNode
}

/** A persona as a picture to press, with its name under it. */
export function PersonaTile(props: PersonaTileProps) {
  const { persona, href, action, badge, isDefault, children } = props
  const { id, name, tagline, room, pictureUrl, language } = persona
  return (
    <li className={styles.card} data-persona={id}>
      <div className={`${styles.face} ${roomStyles[room]}`}>
        {pictureUrl ? (
          // Not resized: card, poster and first frame are one file.
          <Image src={pictureUrl} alt="" fill unoptimized loading="lazy" />
        ) : null}
        <span className={styles.badges}>
          {isDefault ? <Badge surface="stage">Default</Badge> : null}
          {badge ? <Badge surface="stage">{badge}</Badge> : null}
        </span>
      </div>
      <Link className={styles.go} href={href} aria-label={`${action} ${name}`} prefetch={false} />
      <div className={styles.meta}>
        <div>
          <h3>{name}</h3>
          {tagline ? <p>{tagline}</p> : null}
          <p className={styles.language}>{language ? languageName(language) : 'Any language'}</p>
        </div>
        {children}
      </div>
    </li>
  )
}
