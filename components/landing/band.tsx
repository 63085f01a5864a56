import { type ReactNode, useId } from 'react'
import styles from './band.module.css'

export interface BandProps {
  title: string
  lead?: ReactNode
  children: ReactNode
}

/** One section of the landing page. */
export function Band({ title, lead, children }: BandProps) {
  const id = useId()
  return (
    <section className={styles.band} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {lead ? <p className={styles.lead}>{lead}</p> : null}
      </div>
      {children}
    </section>
  )
}
