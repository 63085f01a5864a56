import type { ReactNode } from 'react'
import styles from './stage-frame.module.css'
import { TopBar } from './top-bar'

export interface StageFrameProps {
  badge?: string | undefined
  account: ReactNode
  /** A `<main id="main">` that fills the frame. */
  children: ReactNode
}

/**
 * The frame of a page that is a stage: as high as the window, never scrolled. Below 1000 px the top
 * bar lies over the stage and leaves as soon as an element with `data-talking="true"` is in `children`.
 */
export function StageFrame({ badge, account, children }: StageFrameProps) {
  return (
    <div className={styles.frame}>
      <TopBar badge={badge} nav over="stage">
        {account}
      </TopBar>
      {children}
    </div>
  )
}
