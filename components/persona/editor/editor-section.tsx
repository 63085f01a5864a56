import { type ReactNode, useId } from 'react'
import styles from './editor-section.module.css'

export interface EditorSectionProps {
  title: string
  /** What it is for, in one sentence. */
  about: string
  children: ReactNode
}

/** A part of the form under a heading of its own. */
export function EditorSection({ title, about, children }: EditorSectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <p>{about}</p>
      </header>
      {children}
    </section>
  )
}
