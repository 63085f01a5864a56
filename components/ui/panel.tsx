import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './panel.module.css'

export interface PanelProps extends Omit<ComponentProps<'section'>, 'title'> {
  /** What happened, in a few words. */
  title: ReactNode
  /** What to do next. Paragraphs, an `<ol>` of steps, or anything else. */
  children?: ReactNode
  /** Buttons on `surface="stage"`, the most likely one first. */
  actions?: ReactNode
  /** For support: problem code and request id. */
  reference?: ReactNode
  as?: 'h1' | 'h2'
}

/** The notice that takes the place of the controls on the stage. */
export function Panel({
  title,
  children,
  actions,
  reference,
  as: Heading = 'h2',
  className,
  ...section
}: PanelProps) {
  const id = useId()
  return (
    <section
      {...section}
      aria-labelledby={id}
      className={[styles.panel, className].filter(Boolean).join(' ')}
      data-surface="stage"
    >
      <Heading id={id} className={styles.title}>
        {title}
      </Heading>
      {children ? <div className={styles.body}>{children}</div> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
      {reference ? <p className={styles.reference}>{reference}</p> : null}
    </section>
  )
}
