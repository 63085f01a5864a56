'use client'

import { ChevronDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import styles from './details.module.css'

export interface DetailsProps {
  title: string
  about: string
  /** Something in it is wrong. */
  isOpen: boolean
  children: ReactNode
}

/** What most people leave as it is, folded away. */
export function Details({ title, about, isOpen, children }: DetailsProps) {
  const [isUnfolded, setUnfolded] = useState(isOpen)
  const [before, setBefore] = useState(isOpen)
  if (isOpen !== before) {
    setBefore(isOpen)
    // What is put right stays unfolded: somebody is still typing in it.
    if (isOpen) setUnfolded(true)
  }
  return (
    <details
      className={styles.details}
      open={isUnfolded}
      onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}
    >
      <summary>
        <span>
          <span className={styles.title}>{title}</span>
          <span className={styles.what}>{about}</span>
        </span>
        <ChevronDown size={20} strokeWidth={1.75} aria-hidden />
      </summary>
      <div className={styles.inside}>{children}</div>
    </details>
  )
}
