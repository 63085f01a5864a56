import { type ReactNode, useId } from 'react'
import styles from './account.module.css'

export interface SectionProps {
  title: string
  /** What it is for, in one or two sentences. */
  about: ReactNode
  children: ReactNode
}

/** A part of the account's page: what it is on the left, what can be done on the right. */
export function Section({ title, about, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.about}>
        <h2 id={id}>{title}</h2>
        <p>{about}</p>
      </div>
      <div className={styles.content}>{children}</div>
    </section>
  )
}
