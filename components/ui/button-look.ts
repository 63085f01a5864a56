import styles from './button.module.css'

/** How a button or a link that looks like one is drawn. */
export interface ButtonLook {
  /** `primary`: the one next step. `outline`: an equal alternative. `quiet`: filled, calm. `plain`: text only. */
  variant?: 'primary' | 'outline' | 'quiet' | 'plain' | 'danger' | undefined
  /** `big` is the 52 px pill of a hero or the stage; `icon` is a square that needs an `aria-label`. */
  size?: 'normal' | 'big' | 'icon' | undefined
  /** `stage` for what lies on the stage, which is dark in both themes. */
  surface?: 'page' | 'stage' | undefined
  /** As wide as its container. */
  wide?: boolean | undefined
}

/** The classes of a look, followed by the caller's own. */
export function buttonClass(
  { variant = 'outline', size = 'normal', surface = 'page', wide = false }: ButtonLook,
  className?: string,
): string {
  const names = [styles.button, styles[variant], styles[size], styles[surface]]
  return [...names, wide && styles.wide, className].filter(Boolean).join(' ')
}
