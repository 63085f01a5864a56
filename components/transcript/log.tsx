'use client'

import { ArrowDown } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './log.module.css'
import { Turns } from './turns'
import { useFollow } from './use-follow'

/**
 * What was said. It follows the newest turn unless the reader has scrolled up. While people talk it
 * is not announced: the persona's voice would be spoken twice.
 */
export function Log({ isTalking }: { isTalking: boolean }) {
  return (
    <LogFrame live={isTalking ? 'off' : 'polite'}>
      <Turns isOver={!isTalking} />
    </LogFrame>
  )
}

interface LogFrameProps {
  /** Whether what is new in it is announced. */
  live: 'off' | 'polite'
  children: ReactNode
}

/** What scrolls, and the way back to its end. */
export function LogFrame({ live, children }: LogFrameProps) {
  const { frame, content, isFollowing, onScroll, toEnd } = useFollow()
  return (
    <div className={styles.frame}>
      <div
        ref={frame}
        className={styles.log}
        role="log"
        aria-label="Transcript"
        aria-live={live}
        tabIndex={0}
        onScroll={onScroll}
      >
        <div ref={content} className={styles.turns}>
          {children}
        </div>
      </div>
      {isFollowing ? null : (
        <button type="button" className={styles.latest} onClick={toEnd}>
          <ArrowDown size={16} strokeWidth={1.75} aria-hidden />
          Latest
        </button>
      )}
    </div>
  )
}
