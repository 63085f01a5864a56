import type { ComponentProps } from 'react'
import styles from './badge.module.css'

export interface BadgeProps extends ComponentProps<'span'> {
  /** `label` has a dashed border: it marks things that stand in for others. */
  kind?: 'plain' | 'label' | 'ok' | 'warn' | 'bad'
  surface?: 'page' | 'stage'
}

/** One or two words beside a thing. Its colour is never the only sign. */
export function Badge({ kind = 'plain', surface = 'page', className, ...props }: BadgeProps) {
  const names = [styles.badge, styles[kind], styles[surface], className]
  return <span {...props} className={names.filter(Boolean).join(' ')} />
}
