'use client'

import { ArrowDown } from 'lucide-react'
import styles from './log.module.css'
import { Turns } from './turns'
import { useFollow } from './use-follow'

/**
 * What was said. It follows the newest turn unless the reader has scrolled up. While people talk it
 * is not announced: the persona's voice would be spoken twice.
 */
export function Log({ isTalking }: { isTalking: boolean }) {
  const { frame, content, isFollowing, onScroll, toEnd } = useFollow()
  return (
    <div className={styles.frame}>
      <div
        ref={frame}
        className={styles.log}
        role="log"
        aria-label="Transcript"
        aria-live={isTalking ? 'off' : 'polite'}
        tabIndex={0}
        onScroll={onScroll}
      >
        <div ref={content} className={styles.turns}>
          <Turns isOver={!isTalking} />
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
